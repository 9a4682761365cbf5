using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeBinding;

/// <summary>Claims: their volumes, found or made, and their size.</summary>
internal sealed class ClaimController : PlannedController<ClaimView>
{
    private const string Open = "open";

    private readonly ObjectCache<PersistentVolumeClaim> _claims;
    private readonly ObjectIndex<PersistentVolumeClaim> _waiting;
    private readonly ObjectIndex<PersistentVolumeClaim> _named;
    private readonly ObjectCache<PersistentVolume> _volumes;
    private readonly ObjectIndex<PersistentVolume> _free;
    private readonly ObjectIndex<PersistentVolume> _promised;
    private readonly ObjectCache<StorageClass> _classes;
    private readonly ObjectCache<Node> _nodes;

    public ClaimController(ControllerServices services) : base("persistentvolume-controller", services)
    {
        _claims = Sources.For<PersistentVolumeClaim>(static change => change.Current is not null);
        _waiting = _claims.Index("waiting for class", static claim =>
            claim.Spec?.VolumeName is { Length: > 0 } ? [] : [claim.ClassOrNull() is { } name ? Named(name) : Open]);
        _named = _claims.Index("named volume", static claim => claim.Spec?.VolumeName is { Length: > 0 } name ? [name] : []);
        _volumes = Sources.On<PersistentVolume>(Touched);
        _free = _volumes.Index("free in class", static volume => volume.Spec?.ClaimRef is null ? [volume.Class()] : []);
        _promised = _volumes.Index("promised to", static volume => volume.ClaimName() is { } claim ? [claim.ToString()] : []);
        _classes = Sources.On<StorageClass>(Touched);
        _nodes = Sources.Reads<Node>();
        Sources.Write("persistentvolumeclaims", "persistentvolumeclaims/status", "persistentvolumes");
    }

    protected override ValueTask<ClaimView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_claims.Get(name) is not { } claim)
            return default;

        var storage = claim.Class();
        var isUnbound = claim.Spec?.VolumeName is not { Length: > 0 };
        var node = claim.Annotation(VolumeFacts.SelectedNode);
        return new(new ClaimView
        {
            Claim = claim,
            Volume = isUnbound ? null : _volumes.Get("", claim.Spec!.VolumeName!),
            Candidates = isUnbound ? [.. _promised.Of(name.ToString()), .. _free.Of(storage)] : [],
            Class = storage.Length > 0 ? _classes.Get("", storage) : null,
            DefaultClass = isUnbound && claim.ClassOrNull() is null ? Default() : null,
            SelectedNode = isUnbound && node is { Length: > 0 } ? _nodes.Get("", node) : null,
        });
    }

    protected override Plan Decide(ClaimView snapshot, DateTimeOffset now) => ClaimPlan.Decide(snapshot, now);

    private static string Named(string storage) => $"class {storage}";

    /// <summary>Of several the newest.</summary>
    private StorageClass? Default() => _classes.All().Where(static storage => storage.IsDefault())
        .OrderByDescending(static storage => storage.Metadata!.CreationTimestamp)
        .ThenBy(static storage => storage.Metadata!.Name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>A volume matters to the claim that it is promised to, and while it is free to all that wait for one of its class.</summary>
    private IEnumerable<ObjectName> Touched(ObjectChange<PersistentVolume> change)
    {
        var volume = change.Object;
        if (volume.ClaimName() is { } promised)
            yield return promised;
        if (change.Previous?.ClaimName() is { } former && former != volume.ClaimName())
            yield return former;

        // Also one that is gone, or promised to another.
        foreach (var claim in _named.Of(volume.Metadata!.Name!))
            yield return ObjectName.Of(claim);
        if (change.Current is null || volume.Spec?.ClaimRef is not null)
            yield break;

        foreach (var claim in _waiting.Of(Named(volume.Class())))
            yield return ObjectName.Of(claim);
        if (volume.Class().Length == 0)
        {
            foreach (var claim in _waiting.Of(Open))
                yield return ObjectName.Of(claim);
        }
    }

    private IEnumerable<ObjectName> Touched(ObjectChange<StorageClass> change) => change.Current is not { } storage ? []
        : (storage.IsDefault() ? _waiting.Of(Open) : []).Concat(_waiting.Of(Named(storage.Metadata!.Name!))).Select(static claim => ObjectName.Of(claim));
}
