namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>A disk named in the pod itself, of the kinds that only one node, or only readers, may have at a time.</summary>
/// <param name="Kind">The volume type: disks of two types never collide.</param>
/// <param name="Identity">What names the disk; for RBD the pool and image, with the monitors apart.</param>
public sealed record LegacyDisk(string Kind, string Identity, bool ReadOnly, IReadOnlyList<string>? Monitors = null)
{
    public const string Gce = "gcePersistentDisk";
    public const string Aws = "awsElasticBlockStore";
    public const string Iscsi = "iscsi";
    public const string Rbd = "rbd";

    public bool Collides(LegacyDisk other)
    {
        if (Kind != other.Kind || Identity != other.Identity)
            return false;

        if (Kind == Rbd && !(Monitors ?? []).Intersect(other.Monitors ?? []).Any())
            return false;

        // An EBS volume is attached once, however it is mounted.
        return Kind == Aws || !ReadOnly || !other.ReadOnly;
    }
}
