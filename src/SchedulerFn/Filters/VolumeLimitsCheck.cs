using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>How many volumes of one driver a node can attach. Volumes that its pods share count once.</summary>
internal sealed class VolumeLimitsCheck(EvaluationContext context) : NodeCheck(PluginNames.NodeVolumeLimits)
{
    private readonly HashSet<(string Driver, string Volume)> _wanted = [];
    private readonly HashSet<(string Driver, string Volume)> _attached = [];
    private readonly Dictionary<string, int> _counts = [];
    private long _wantedAt = -1;

    private StorageState Storage => context.State.Storage;

    public override long Version => Storage.Version;

    public override long Check(int slot)
    {
        if (Storage.Node(context.Nodes.Names[slot])?.Spec?.Drivers is not { Count: > 0 } drivers)
            return Passes;

        UpdateWanted();
        if (_wanted.Count == 0)
            return Passes;

        _attached.Clear();
        foreach (var pod in context.Nodes.Pods[slot])
            Add(_attached, pod.Pod.Shape);

        _counts.Clear();
        foreach (var volume in _attached)
            _counts[volume.Driver] = _counts.GetValueOrDefault(volume.Driver) + 1;
        var news = 0;
        foreach (var volume in _wanted)
        {
            if (_attached.Contains(volume))
                continue;
            news++;
            _counts[volume.Driver] = _counts.GetValueOrDefault(volume.Driver) + 1;
        }

        if (news == 0)
            return Passes;

        foreach (var driver in drivers)
        {
            if (driver.Allocatable?.Count is { } limit && _counts.GetValueOrDefault(driver.Name ?? "") > limit && IsWanted(driver.Name ?? ""))
                return 1;
        }

        return Passes;
    }

    public override bool IsUnresolvable(long code) => false;

    public override IReadOnlyList<string> Reasons(long code, int slot) => ["node(s) exceed max volume count"];

    /// <summary>A node that is over its limit already takes pods that bring nothing of that driver.</summary>
    private bool IsWanted(string driver)
    {
        foreach (var volume in _wanted)
        {
            if (volume.Driver == driver && !_attached.Contains(volume))
                return true;
        }

        return false;
    }

    private void UpdateWanted()
    {
        if (_wantedAt == Storage.Version)
            return;

        _wantedAt = Storage.Version;
        _wanted.Clear();
        Add(_wanted, context.Shape);
    }

    private void Add(HashSet<(string Driver, string Volume)> volumes, PodShape pod)
    {
        for (var i = 0; i < pod.Volumes.Claims.Count; i++)
        {
            if (Volume(new(pod.Namespace, pod.Volumes.Claims[i].Claim)) is { } volume)
                volumes.Add(volume);
        }
    }

    private (string Driver, string Volume)? Volume(PodName name)
    {
        if (Storage.Claim(name) is not { } claim)
            return null;

        if (claim.Spec?.VolumeName is { Length: > 0 } bound && Storage.Volume(bound) is { } volume)
            return volume.Object.Spec?.Csi is { } csi ? (csi.Driver ?? "", csi.VolumeHandle ?? "") : null;

        // Not made yet: it will be one more of the class's driver.
        return Storage.Class(ClaimRules.ClassOf(claim))?.Provisioner is { Length: > 0 } driver ? (driver, $"claim {name}") : null;
    }
}
