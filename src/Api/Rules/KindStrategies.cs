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
        [typeof(Apps.V1.Deployment)] = static () => new Apps.V1.Rules.DeploymentKindStrategy(),
        [typeof(Apps.V1.ReplicaSet)] = static () => new Apps.V1.Rules.ReplicaSetStrategy(),
        [typeof(Apps.V1.StatefulSet)] = static () => new Apps.V1.Rules.StatefulSetStrategy(),
        [typeof(Apps.V1.DaemonSet)] = static () => new Apps.V1.Rules.DaemonSetStrategy(),
        [typeof(Apps.V1.ControllerRevision)] = static () => new Apps.V1.Rules.ControllerRevisionStrategy(),
        [typeof(Batch.V1.Job)] = static () => new Batch.V1.Rules.JobStrategy(),
        [typeof(Batch.V1.CronJob)] = static () => new Batch.V1.Rules.CronJobStrategy(),
        [typeof(Autoscaling.V2.HorizontalPodAutoscaler)] = static () => new Autoscaling.V2.Rules.HorizontalPodAutoscalerStrategy(),
        [typeof(Policy.V1.PodDisruptionBudget)] = static () => new Policy.V1.Rules.PodDisruptionBudgetStrategy(),

        // Access, networking, certificates, flow control, admission, API services.
        [typeof(Rbac.V1.Role)] = static () => new Rbac.V1.Rules.RoleStrategy(),
        [typeof(Rbac.V1.ClusterRole)] = static () => new Rbac.V1.Rules.ClusterRoleStrategy(),
        [typeof(Rbac.V1.RoleBinding)] = static () => new Rbac.V1.Rules.RoleBindingStrategy(),
        [typeof(Rbac.V1.ClusterRoleBinding)] = static () => new Rbac.V1.Rules.ClusterRoleBindingStrategy(),
        [typeof(Networking.V1.Ingress)] = static () => new Networking.V1.Rules.IngressStrategy(),
        [typeof(Networking.V1.IngressClass)] = static () => new Networking.V1.Rules.IngressClassStrategy(),
        [typeof(Networking.V1.NetworkPolicy)] = static () => new Networking.V1.Rules.NetworkPolicyStrategy(),
        [typeof(Certificates.V1.CertificateSigningRequest)] = static () => new Certificates.V1.Rules.CertificateSigningRequestStrategy(),
        [typeof(FlowControl.V1.FlowSchema)] = static () => new FlowControl.V1.Rules.FlowSchemaStrategy(),
        [typeof(FlowControl.V1.PriorityLevelConfiguration)] = static () => new FlowControl.V1.Rules.PriorityLevelConfigurationStrategy(),
        [typeof(AdmissionRegistration.V1.ValidatingWebhookConfiguration)] = static () => new AdmissionRegistration.V1.Rules.ValidatingWebhookConfigurationStrategy(),
        [typeof(AdmissionRegistration.V1.MutatingWebhookConfiguration)] = static () => new AdmissionRegistration.V1.Rules.MutatingWebhookConfigurationStrategy(),
        [typeof(AdmissionRegistration.V1.ValidatingAdmissionPolicy)] = static () => new AdmissionRegistration.V1.Rules.ValidatingAdmissionPolicyStrategy(),
        [typeof(AdmissionRegistration.V1.ValidatingAdmissionPolicyBinding)] = static () => new AdmissionRegistration.V1.Rules.ValidatingAdmissionPolicyBindingStrategy(),
        [typeof(ApiRegistration.V1.APIService)] = static () => new ApiRegistration.V1.Rules.APIServiceStrategy(),
        [typeof(Authorization.V1.SubjectAccessReview)] = static () => new Authorization.V1.Rules.SubjectAccessReviewStrategy(),
        [typeof(Authorization.V1.LocalSubjectAccessReview)] = static () => new Authorization.V1.Rules.LocalSubjectAccessReviewStrategy(),
        [typeof(Authorization.V1.SelfSubjectAccessReview)] = static () => new Authorization.V1.Rules.SelfSubjectAccessReviewStrategy(),

        // Custom resource definitions.
        [typeof(ApiExtensions.V1.CustomResourceDefinition)] = static () => new ApiExtensions.V1.Rules.CustomResourceDefinitionStrategy(),
    };

    public static KindStrategy Of(Type? record)
    {
        if (record is null)
            return Plain;

        return Made.TryGetValue(record, out var made) ? made : Made.GetOrAdd(record, ByRecord.TryGetValue(record, out var make) ? make() : Plain);
    }

    private sealed class PlainStrategy : KindStrategy;
}
