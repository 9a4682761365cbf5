namespace CloudletK8s.Api.Kinds;

/// <summary>
/// The records that are kinds. Written down, because looking for their attribute would load every type of this assembly: 2.5 MB of a
/// fresh process (docs/benchmarks.md). A test compares the two.
/// </summary>
internal static class KindRecords
{
    public static Type[] All { get; } =
    [
        typeof(Storage.V1.CSIDriver), typeof(Storage.V1.CSINode), typeof(Storage.V1.CSIStorageCapacity),
        typeof(Storage.V1.StorageClass), typeof(Storage.V1.VolumeAttachment),
        typeof(Scheduling.V1.PriorityClass),
        typeof(Rbac.V1.ClusterRole), typeof(Rbac.V1.ClusterRoleBinding), typeof(Rbac.V1.Role), typeof(Rbac.V1.RoleBinding),
        typeof(Policy.V1.PodDisruptionBudget),
        typeof(Nodes.V1.RuntimeClass),
        typeof(Networking.V1.Ingress), typeof(Networking.V1.IngressClass), typeof(Networking.V1.NetworkPolicy),
        typeof(Metrics.V1Beta1.NodeMetrics), typeof(Metrics.V1Beta1.PodMetrics),
        typeof(FlowControl.V1.FlowSchema), typeof(FlowControl.V1.PriorityLevelConfiguration),
        typeof(Events.V1.Event),
        typeof(Discovery.V1.EndpointSlice),
        typeof(Core.V1.Binding), typeof(Core.V1.ComponentStatus), typeof(Core.V1.ConfigMap), typeof(Core.V1.Endpoints),
        typeof(Core.V1.Event), typeof(Core.V1.LimitRange), typeof(Core.V1.Namespace), typeof(Core.V1.Node),
        typeof(Core.V1.PersistentVolume), typeof(Core.V1.PersistentVolumeClaim), typeof(Core.V1.Pod), typeof(Core.V1.PodTemplate),
        typeof(Core.V1.ReplicationController), typeof(Core.V1.ResourceQuota), typeof(Core.V1.Secret), typeof(Core.V1.Service),
        typeof(Core.V1.ServiceAccount),
        typeof(Coordination.V1.Lease),
        typeof(Certificates.V1.CertificateSigningRequest),
        typeof(Batch.V1.CronJob), typeof(Batch.V1.Job),
        typeof(Autoscaling.V2.HorizontalPodAutoscaler),
        typeof(Autoscaling.V1.HorizontalPodAutoscaler),
        typeof(Authorization.V1.LocalSubjectAccessReview), typeof(Authorization.V1.SelfSubjectAccessReview),
        typeof(Authorization.V1.SelfSubjectRulesReview), typeof(Authorization.V1.SubjectAccessReview),
        typeof(Authentication.V1.SelfSubjectReview), typeof(Authentication.V1.TokenReview),
        typeof(Apps.V1.ControllerRevision), typeof(Apps.V1.DaemonSet), typeof(Apps.V1.Deployment), typeof(Apps.V1.ReplicaSet),
        typeof(Apps.V1.StatefulSet),
        typeof(ApiRegistration.V1.APIService),
        typeof(ApiExtensions.V1.CustomResourceDefinition),
        typeof(AdmissionRegistration.V1.MutatingWebhookConfiguration), typeof(AdmissionRegistration.V1.ValidatingAdmissionPolicy),
        typeof(AdmissionRegistration.V1.ValidatingAdmissionPolicyBinding),
        typeof(AdmissionRegistration.V1.ValidatingWebhookConfiguration),
    ];
}
