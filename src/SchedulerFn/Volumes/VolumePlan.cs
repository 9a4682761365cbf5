using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Volumes;

/// <summary>The claims of a kind of pod as they stand: what is bound, what is to be bound with the pod, and what is wrong.</summary>
internal sealed class VolumePlan(ClusterState state, PodShape shape)
{
    private readonly StorageState _storage = state.Storage;
    private readonly List<KnownVolume> _taken = [];
    private long _version = -1;

    /// <summary>A claim that the pod names does not exist.</summary>
    public string? Missing { get; private set; }

    /// <summary>Claims that cannot be used, or that somebody else has to bind first.</summary>
    public string? Unusable { get; private set; }

    /// <summary>A claim is bound to a volume that is not there.</summary>
    public string? Lost { get; private set; }

    public List<KnownVolume> Bound { get; } = [];

    /// <summary>The smallest first, so that none takes the volume that only another fits in.</summary>
    public List<ClaimToBind> ToBind { get; } = [];

    /// <summary>Claims that one pod at a time may use.</summary>
    public List<PodName> ForOnePod { get; } = [];

    public void Update()
    {
        if (_version == _storage.Version)
            return;

        _version = _storage.Version;
        (Missing, Unusable, Lost) = (null, null, null);
        Bound.Clear();
        ToBind.Clear();
        ForOnePod.Clear();
        foreach (var use in shape.Volumes.Claims)
            Read(use);
        ToBind.Sort(static (left, right) => left.Size.CompareTo(right.Size));
    }

    /// <returns>Whether each claim can have a volume on the node; if not for lack of room, that.</returns>
    public (bool Found, bool HasRoom) Find(NodeFacts node)
    {
        _taken.Clear();
        var (found, room) = (true, true);
        foreach (var claim in ToBind)
        {
            if (claim.SelectedNode is { } selected)
            {
                if (selected != node.Name)
                    return (false, true);
                (found, room) = Make(claim, node, found, room);
            }
            else if (claim.Match(node, _taken) is { } volume)
            {
                _taken.Add(volume);
            }
            else
            {
                (found, room) = Make(claim, node, found, room);
            }
        }

        return (found, room);
    }

    public VolumeDecisions Decide(NodeFacts node)
    {
        if (ToBind.Count == 0)
            return VolumeDecisions.None;

        _taken.Clear();
        var matches = new List<VolumeMatch>();
        var provisions = new List<PodName>();
        foreach (var claim in ToBind)
        {
            if (claim.SelectedNode is null && claim.Match(node, _taken) is { } volume)
            {
                _taken.Add(volume);
                matches.Add(new(claim.Name, volume.Name));
            }
            else
            {
                provisions.Add(claim.Name);
            }
        }

        return new() { Matches = matches, Provisions = provisions };
    }

    private static (bool Found, bool Room) Make(ClaimToBind claim, NodeFacts node, bool found, bool room) =>
        (found && claim.CanBeMade(node), room && (!claim.CanBeMade(node) || claim.HasRoom(node)));

    private void Read(ClaimUse use)
    {
        var name = new PodName(shape.Namespace, use.Claim);
        if (_storage.Claim(name) is not { } claim)
        {
            if (use.EphemeralOwner is null)
                Missing ??= $"persistentvolumeclaim \"{use.Claim}\" not found";
            else
                Unusable ??= $"waiting for ephemeral volume controller to create the persistentvolumeclaim \"{use.Claim}\"";
            return;
        }

        if (ClaimRules.IsForOnePod(claim) && use.EphemeralOwner is null)
            ForOnePod.Add(name);
        if (Wrong(claim, use) is { } wrong)
            Unusable ??= wrong;
        else if (ClaimRules.IsFullyBound(claim))
            ReadBound(claim.Spec!.VolumeName!);
        else if (string.IsNullOrEmpty(claim.Spec?.VolumeName) && _storage.Class(ClaimRules.ClassOf(claim)) is { VolumeBindingMode: "WaitForFirstConsumer" } storageClass)
            ToBind.Add(new(_storage, claim, storageClass));
        else
            Unusable ??= "pod has unbound immediate PersistentVolumeClaims";
    }

    private void ReadBound(string name)
    {
        if (_storage.Volume(name) is { } volume)
            Bound.Add(volume);
        else
            Lost ??= $"persistentvolume \"{name}\" not found";
    }

    private string? Wrong(PersistentVolumeClaim claim, ClaimUse use)
    {
        if (claim.Status?.Phase == "Lost")
            return $"persistentvolumeclaim \"{use.Claim}\" bound to non-existent persistentvolume \"{claim.Spec?.VolumeName}\"";
        if (claim.Metadata?.DeletionTimestamp is not null)
            return $"persistentvolumeclaim \"{use.Claim}\" is being deleted";
        if (use.EphemeralOwner is not { } owner || (claim.Metadata?.OwnerReferences ?? []).Any(reference => reference.Controller == true && reference.Uid == owner))
            return null;
        return $"PVC {shape.Namespace}/{use.Claim} was not created for pod {shape.Namespace}/{use.PodName} (pod is not owner)";
    }
}
