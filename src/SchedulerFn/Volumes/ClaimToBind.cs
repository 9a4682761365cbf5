using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Volumes;

/// <summary>A claim that gets its volume with the pod's node: one that exists and fits, or one that is made there.</summary>
internal sealed class ClaimToBind
{
    private const string NoProvisioner = "kubernetes.io/no-provisioner";
    private readonly StorageState _storage;
    private readonly PersistentVolumeClaim _claim;
    private readonly StorageClass _class;
    private readonly KnownVolume? _reserved;
    private readonly KnownVolume[] _candidates;
    private readonly IReadOnlyList<CSIStorageCapacity>? _capacities;

    public ClaimToBind(StorageState storage, PersistentVolumeClaim claim, StorageClass storageClass)
    {
        _storage = storage;
        _claim = claim;
        _class = storageClass;
        Name = StorageState.NameOf(claim);
        Size = claim.Spec?.Resources?.Requests is { } requests && requests.TryGetValue("storage", out var size) ? size : Quantity.Zero;
        SelectedNode = storage.SelectedNode(claim);
        _reserved = storage.Volumes.FirstOrDefault(IsReserved);
        LabelRequirements.TryRead(claim.Spec?.Selector ?? new(), out var selector, out _);
        var className = ClaimRules.ClassOf(claim);
        _candidates = [.. storage.Volumes.Where(volume => IsCandidate(volume, className, selector)).OrderBy(volume => volume.Capacity).ThenBy(volume => volume.Name, StringComparer.Ordinal)];
        _capacities = Capacities();
    }

    public PodName Name { get; }

    public Quantity Size { get; }

    /// <summary>It is being made for this node already.</summary>
    public string? SelectedNode { get; }

    /// <summary>The smallest volume that does, of those that can be reached from the node.</summary>
    public KnownVolume? Match(NodeFacts node, List<KnownVolume> taken)
    {
        if (_reserved is not null)
            return !taken.Contains(_reserved) && _reserved.Capacity >= Size && _reserved.Nodes.Match(node.Name, node.Labels) ? _reserved : null;

        foreach (var volume in _candidates)
        {
            if (volume.Nodes.Match(node.Name, node.Labels) && !taken.Contains(volume))
                return volume;
        }

        return null;
    }

    public bool CanBeMade(NodeFacts node) => _class.Provisioner is { Length: > 0 } and not NoProvisioner && IsAllowed(node);

    public bool HasRoom(NodeFacts node)
    {
        if (_capacities is null)
            return true;

        foreach (var capacity in _capacities)
        {
            if (capacity.NodeTopology is { } topology && LabelRequirements.TryRead(topology, out var selector, out _) && selector.Matches(node.Labels))
                return true;
        }

        return false;
    }

    private bool IsAllowed(NodeFacts node)
    {
        if (_class.AllowedTopologies is not { Count: > 0 } topologies)
            return true;

        foreach (var topology in topologies)
        {
            if ((topology.MatchLabelExpressions ?? []).All(term => node.Labels.TryGetValue(term.Key ?? "", out var value) && term.Values?.Contains(value) == true))
                return true;
        }

        return false;
    }

    /// <summary>Null where the driver does not tell; else the places with room for the claim.</summary>
    private CSIStorageCapacity[]? Capacities()
    {
        if (Size.IsZero || _storage.Driver(_class.Provisioner ?? "")?.Spec?.StorageCapacity != true)
            return null;

        return [.. _storage.Capacities.Where(capacity => capacity.StorageClassName == _class.Metadata?.Name
            && (capacity.MaximumVolumeSize ?? capacity.Capacity) is { } most && most.Value() >= Size.Value())];
    }

    private bool IsReserved(KnownVolume volume)
    {
        if (_storage.PromisedTo(volume.Name) is { } promised)
            return promised == Name;

        return volume.Object.Spec?.ClaimRef is { } reference && reference.Name == Name.Name && reference.Namespace == Name.Namespace
            && (string.IsNullOrEmpty(reference.Uid) || reference.Uid == _claim.Metadata?.Uid) && IsOfMode(volume);
    }

    private bool IsCandidate(KnownVolume volume, string className, LabelRequirements? selector) =>
        volume.Object.Spec?.ClaimRef is null && _storage.PromisedTo(volume.Name) is null && volume.Object.Status?.Phase == "Available"
        && volume.Object.Metadata?.DeletionTimestamp is null && volume.Class == className && volume.Capacity >= Size && IsOfMode(volume)
        && (_claim.Spec?.Selector is null || selector?.Matches(volume.Object.Metadata?.Labels) == true)
        && (_claim.Spec?.AccessModes ?? []).All(mode => volume.Object.Spec?.AccessModes?.Contains(mode) == true);

    private bool IsOfMode(KnownVolume volume) => (volume.Object.Spec?.VolumeMode ?? "Filesystem") == (_claim.Spec?.VolumeMode ?? "Filesystem");
}
