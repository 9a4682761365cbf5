using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Volumes;

/// <summary>Claims, volumes and what provisions them, with what the engine has promised of them on top.</summary>
internal sealed class StorageState
{
    private readonly Dictionary<PodName, PersistentVolumeClaim> _claims = [];
    private readonly Dictionary<string, KnownVolume> _volumes = [];
    private readonly Dictionary<string, StorageClass> _classes = [];
    private readonly Dictionary<string, CSINode> _nodes = [];
    private readonly Dictionary<string, CSIDriver> _drivers = [];
    private readonly Dictionary<PodName, CSIStorageCapacity> _capacities = [];
    private readonly Dictionary<PodName, int> _uses = [];
    private readonly Dictionary<PodName, VolumeDecisions> _promises = [];
    private readonly Dictionary<string, PodName> _promisedVolumes = [];
    private readonly Dictionary<PodName, string> _promisedNodes = [];

    /// <summary>Moves with anything that can change an answer about volumes.</summary>
    public long Version { get; private set; }

    /// <summary>Moves when a claim that only one pod may use is taken or left.</summary>
    public long UseVersion { get; private set; }

    public IEnumerable<KnownVolume> Volumes => _volumes.Values;

    public IEnumerable<CSIStorageCapacity> Capacities => _capacities.Values;

    public PersistentVolumeClaim? Claim(PodName name) => _claims.GetValueOrDefault(name);

    public KnownVolume? Volume(string name) => _volumes.GetValueOrDefault(name);

    public StorageClass? Class(string name) => _classes.GetValueOrDefault(name);

    public CSINode? Node(string name) => _nodes.GetValueOrDefault(name);

    public CSIDriver? Driver(string name) => _drivers.GetValueOrDefault(name);

    /// <summary>How many placed pods use the claim.</summary>
    public int UsesOf(PodName claim) => _uses.GetValueOrDefault(claim);

    /// <summary>The claim that an existing volume was promised to.</summary>
    public PodName? PromisedTo(string volume) => _promisedVolumes.TryGetValue(volume, out var claim) ? claim : null;

    /// <summary>The node that a claim is, or was promised to be, provisioned for.</summary>
    public string? SelectedNode(PersistentVolumeClaim claim)
    {
        if (_promisedNodes.TryGetValue(NameOf(claim), out var node))
            return node;
        return claim.Metadata?.Annotations is { } annotations && annotations.TryGetValue(WellKnown.SelectedNode, out var selected) ? selected : null;
    }

    public void Apply(PersistentVolumeClaim claim) => Set(_claims, NameOf(claim), claim);

    public void RemoveClaim(PodName name) => Unset(_claims, name);

    public void Apply(PersistentVolume volume) => Set(_volumes, volume.Metadata?.Name ?? "", new KnownVolume(volume));

    public void RemoveVolume(string name) => Unset(_volumes, name);

    public void Apply(StorageClass storageClass) => Set(_classes, storageClass.Metadata?.Name ?? "", storageClass);

    public void RemoveClass(string name) => Unset(_classes, name);

    public void Apply(CSINode node) => Set(_nodes, node.Metadata?.Name ?? "", node);

    public void RemoveNode(string name) => Unset(_nodes, name);

    public void Apply(CSIDriver driver) => Set(_drivers, driver.Metadata?.Name ?? "", driver);

    public void RemoveDriver(string name) => Unset(_drivers, name);

    public void Apply(CSIStorageCapacity capacity) =>
        Set(_capacities, new(capacity.Metadata?.Namespace ?? "", capacity.Metadata?.Name ?? ""), capacity);

    public void RemoveCapacity(PodName name) => Unset(_capacities, name);

    public void CountUse(string space, string claim, int sign)
    {
        var name = new PodName(space, claim);
        if ((_uses[name] = _uses.GetValueOrDefault(name) + sign) == 0)
            _uses.Remove(name);
        if (Claim(name) is not { } known || ClaimRules.IsForOnePod(known))
            UseVersion++;
    }

    public void Assume(PodName pod, string node, VolumeDecisions decisions)
    {
        Forget(pod);
        _promises[pod] = decisions;
        foreach (var (claim, volume) in decisions.Matches)
            _promisedVolumes[volume] = claim;
        foreach (var claim in decisions.Provisions)
            _promisedNodes[claim] = node;
        Version++;
    }

    public void Forget(PodName pod)
    {
        if (!_promises.Remove(pod, out var decisions))
            return;

        foreach (var (_, volume) in decisions.Matches)
            _promisedVolumes.Remove(volume);
        foreach (var claim in decisions.Provisions)
            _promisedNodes.Remove(claim);
        Version++;
    }

    public static PodName NameOf(PersistentVolumeClaim claim) => new(claim.Metadata?.Namespace ?? "", claim.Metadata?.Name ?? "");

    private void Set<TKey, T>(Dictionary<TKey, T> all, TKey key, T value)
        where TKey : notnull
    {
        all[key] = value;
        Version++;
    }

    private void Unset<TKey, T>(Dictionary<TKey, T> all, TKey key)
        where TKey : notnull
    {
        if (all.Remove(key))
            Version++;
    }
}
