namespace CloudletK8s.SchedulerFn;

/// <summary>Names that Kubernetes gave a meaning for scheduling.</summary>
internal static class WellKnown
{
    public const string Hostname = "kubernetes.io/hostname";
    public const string Zone = "topology.kubernetes.io/zone";
    public const string Region = "topology.kubernetes.io/region";
    public const string OldZone = "failure-domain.beta.kubernetes.io/zone";
    public const string OldRegion = "failure-domain.beta.kubernetes.io/region";
    public const string Unschedulable = "node.kubernetes.io/unschedulable";
    public const string Unreachable = "node.kubernetes.io/unreachable";
    public const string SelectedNode = "volume.kubernetes.io/selected-node";
    public const string BindCompleted = "pv.kubernetes.io/bind-completed";
    public const string BetaStorageClass = "volume.beta.kubernetes.io/storage-class";

    public const string NoSchedule = "NoSchedule";
    public const string NoExecute = "NoExecute";
    public const string PreferNoSchedule = "PreferNoSchedule";
}
