using System.Collections.Concurrent;
using CloudletK8s.Api.Coordination.V1;
using CloudletK8s.Api.Coordination.V1.Rules;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules;
using CloudletK8s.Api.Core.V1.Rules.Claims;
using CloudletK8s.Api.Core.V1.Rules.Nodes;
using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Api.Discovery.V1.Rules;
using CloudletK8s.Api.Scheduling.V1;
using CloudletK8s.Api.Scheduling.V1.Rules;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.Api.Storage.V1.Rules;

namespace CloudletK8s.Api.Rules;

/// <summary>Which strategy rules which kind: the one table. A kind that is not listed needs none.</summary>
public static class KindStrategies
{
    private static readonly KindStrategy Plain = new PlainStrategy();

    private static readonly ConcurrentDictionary<Type, KindStrategy> Made = new();

    /// <summary>Strategies are made when a kind is first used, so that a cold start pays for none of them.</summary>
    private static readonly Dictionary<Type, Func<KindStrategy>> ByRecord = new()
    {
        // Core: pods, templates, replication controllers.
        [typeof(Pod)] = static () => new PodStrategy(),
        [typeof(PodTemplate)] = static () => new PodTemplateStrategy(),
        [typeof(ReplicationController)] = static () => new ReplicationControllerStrategy(),

        // Core: everything else; events, leases, endpoint slices, priority and runtime classes, storage.
        [typeof(Service)] = static () => new ServiceStrategy(),
        [typeof(Endpoints)] = static () => new EndpointsStrategy(),
        [typeof(Namespace)] = static () => new NamespaceStrategy(),
        [typeof(ConfigMap)] = static () => new ConfigMapStrategy(),
        [typeof(Secret)] = static () => new SecretStrategy(),
        [typeof(ServiceAccount)] = static () => new ServiceAccountStrategy(),
        [typeof(Authentication.V1.TokenRequest)] = static () => new Authentication.V1.Rules.TokenRequestStrategy(),
        [typeof(Event)] = static () => new EventStrategy(),
        [typeof(Lease)] = static () => new LeaseStrategy(),
        [typeof(EndpointSlice)] = static () => new EndpointSliceStrategy(),
        [typeof(PriorityClass)] = static () => new PriorityClassStrategy(),
        [typeof(Node)] = static () => new NodeStrategy(),
        [typeof(PersistentVolume)] = static () => new PersistentVolumeStrategy(),
        [typeof(PersistentVolumeClaim)] = static () => new ClaimStrategy(),
        [typeof(LimitRange)] = static () => new LimitRangeStrategy(),
        [typeof(ResourceQuota)] = static () => new ResourceQuotaStrategy(),
        [typeof(Nodes.V1.RuntimeClass)] = static () => new Nodes.V1.Rules.RuntimeClassStrategy(),
        [typeof(StorageClass)] = static () => new StorageClassStrategy(),
        [typeof(CSIDriver)] = static () => new CSIDriverStrategy(),
        [typeof(CSINode)] = static () => new CSINodeStrategy(),
        [typeof(CSIStorageCapacity)] = static () => new CSIStorageCapacityStrategy(),
        [typeof(VolumeAttachment)] = static () => new VolumeAttachmentStrategy(),

        // Apps, batch, autoscaling, policy.

        // Access, networking, certificates, flow control, admission, API services.
    };

    public static KindStrategy Of(Type? record)
    {
        if (record is null)
            return Plain;

        return Made.TryGetValue(record, out var made) ? made : Made.GetOrAdd(record, ByRecord.TryGetValue(record, out var make) ? make() : Plain);
    }

    private sealed class PlainStrategy : KindStrategy;
}
