using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules;
using CloudletK8s.Api.Core.V1.Rules.Claims;
using CloudletK8s.Api.Core.V1.Rules.Nodes;
using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.Api.Storage.V1.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Defaults;

/// <summary>
/// Defaults that depend on other fields, by the record they belong to, wherever that record is embedded. A constant default
/// stands as an attribute at the field instead. Called after the constant defaults of the object and of everything inside it
/// have been applied.
/// </summary>
public static class TypeDefaults
{
    private static readonly Dictionary<Type, Action<TreeObject>> ByRecord = new()
    {
        // Core: pods, templates, replication controllers.
        [typeof(Pod)] = PodDefaults.ApplyToPod,
        [typeof(PodSpec)] = PodDefaults.ApplyToSpec,
        [typeof(PodStatus)] = PodDefaults.ApplyToStatus,
        [typeof(Container)] = PodDefaults.ApplyToContainer,
        [typeof(EphemeralContainer)] = PodDefaults.ApplyToContainer,
        [typeof(ResourceRequirements)] = PodDefaults.ApplyToResources,
        [typeof(Volume)] = PodDefaults.ApplyToVolume,
        [typeof(ReplicationController)] = PodDefaults.ApplyToController,

        // Core: everything else; events, leases, endpoint slices, priority and runtime classes, storage.
        [typeof(Service)] = ServiceDefaults.Apply,
        [typeof(Namespace)] = NamespaceStrategy.LabelWithName,
        [typeof(NodeSpec)] = NodeDefaults.ApplySpec,
        [typeof(NodeStatus)] = NodeDefaults.ApplyStatus,
        [typeof(PersistentVolume)] = PersistentVolumeDefaults.Apply,
        [typeof(PersistentVolumeClaimSpec)] = PersistentVolumeDefaults.ApplyToClaim,
        [typeof(LimitRangeItem)] = LimitRangeItemDefaults.Apply,
        [typeof(ResourceQuota)] = ResourceQuotaDefaults.Apply,
        [typeof(CSIDriverSpec)] = CSIDriverDefaults.Apply,

        // Apps, batch, autoscaling, policy.
        [typeof(Apps.V1.DeploymentStrategy)] = Apps.V1.Rules.WorkloadDefaults.Deployment,
        [typeof(Apps.V1.DaemonSetUpdateStrategy)] = Apps.V1.Rules.WorkloadDefaults.DaemonSet,
        [typeof(Apps.V1.StatefulSetUpdateStrategy)] = Apps.V1.Rules.WorkloadDefaults.StatefulSet,
        [typeof(Apps.V1.StatefulSetSpec)] = Apps.V1.Rules.WorkloadDefaults.ClaimTemplates,
        [typeof(Batch.V1.Job)] = Batch.V1.Rules.JobDefaults.Apply,
        [typeof(Autoscaling.V2.HorizontalPodAutoscalerSpec)] = Autoscaling.V2.Rules.HorizontalPodAutoscalerDefaults.Apply,

        // Access, networking, certificates, flow control, admission, API services.
        [typeof(Rbac.V1.Subject)] = Rbac.V1.Rules.RbacDefaults.Subject,
        [typeof(Networking.V1.NetworkPolicySpec)] = Networking.V1.Rules.NetworkPolicyDefaults.Apply,

        // Custom resource definitions.
        [typeof(ApiExtensions.V1.CustomResourceDefinition)] = ApiExtensions.V1.Rules.DefinitionDefaults.Apply,
    };

    public static Action<TreeObject>? Of(Type record) => ByRecord.GetValueOrDefault(record);
}
