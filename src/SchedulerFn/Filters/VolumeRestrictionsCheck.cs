using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>Disks that another pod of the node has, and claims that another pod anywhere has, where only one may.</summary>
internal sealed class VolumeRestrictionsCheck(EvaluationContext context) : NodeCheck(PluginNames.VolumeRestrictions)
{
    private const long DiskInUse = 1;
    private const long ClaimInUse = 2;

    public override long Version => context.State.Storage.Version + context.State.Storage.UseVersion;

    public override string? Prepare()
    {
        context.Volumes.Update();
        return context.Volumes.Missing;
    }

    public override long Check(int slot)
    {
        if (context.Shape.Volumes.Disks.Count > 0 && IsDiskInUse(slot))
            return DiskInUse;

        foreach (var claim in context.Volumes.ForOnePod)
        {
            if (context.State.Storage.UsesOf(claim) > 0)
                return ClaimInUse;
        }

        return Passes;
    }

    public override bool IsUnresolvable(long code) => false;

    public override IReadOnlyList<string> Reasons(long code, int slot) => [code == DiskInUse
        ? "node(s) had no available disk"
        : "node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode"];

    private bool IsDiskInUse(int slot)
    {
        foreach (var pod in context.Nodes.Pods[slot])
        {
            foreach (var disk in pod.Pod.Shape.Volumes.Disks)
            {
                foreach (var wanted in context.Shape.Volumes.Disks)
                {
                    if (wanted.Collides(disk))
                        return true;
                }
            }
        }

        return false;
    }
}
