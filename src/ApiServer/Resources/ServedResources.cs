using System.Collections.Concurrent;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>The current catalogue. Readers take it once a request; whoever changes it swaps the whole.</summary>
public sealed class ServedResources(ResourceCatalog initial)
{
    private readonly ConcurrentDictionary<(string Group, string Version, string Plural), CancellationTokenSource> _ends = new();
    private volatile ResourceCatalog _current = initial;

    public ResourceCatalog Current => _current;

    /// <summary>Looks whether another server changed what is served; null: nobody can.</summary>
    internal CustomResources.DefinitionFollower? Follower { get; set; }

    /// <summary>Lets watches of custom resources end also when another server takes their definition away; null: nobody can.</summary>
    internal CustomResources.WatchedDefinitions? Watched { get; set; }

    /// <summary>The catalogue for somebody who asks what there is: not older than the question.</summary>
    internal async ValueTask<ResourceCatalog> Newest(CancellationToken cancellationToken)
    {
        if (Follower is { } follower)
            await follower.Follow(cancellationToken);
        return _current;
    }

    /// <summary>What the path names. Custom resources are looked up again where the catalogue may be behind.</summary>
    internal async ValueTask<ServedResource?> Find(string group, string version, string plural, CancellationToken cancellationToken)
    {
        var found = _current.Find(group, version, plural);
        if (Follower is not { } follower || found is { IsCustom: false } || (found is not null && follower.IsFresh))
            return found;

        await follower.Follow(cancellationToken);
        return _current.Find(group, version, plural);
    }

    /// <summary>The objects of a built-in resource of the core group.</summary>
    internal IResourceStore Store(string plural) => Store("", "v1", plural);

    internal IResourceStore Store(string group, string version, string plural) => _current.Find(group, version, plural)?.Store
        ?? throw new InvalidOperationException($"{plural} of group \"{group}\" are not stored");

    /// <summary>After the catalogue was replaced.</summary>
    public event Action? Changed;

    /// <summary>Called by the one place that follows custom resource definitions.</summary>
    public void Replace(ResourceCatalog next)
    {
        _current = next;
        foreach (var path in _ends.Keys)
            EndIfGone(path);
        Changed?.Invoke();
    }

    /// <summary>Cancelled when the kind is not served any more in this version.</summary>
    internal CancellationToken EndOf(KindInfo kind)
    {
        var path = (kind.Group, kind.Version, kind.Plural);
        var end = _ends.GetOrAdd(path, _ => new()).Token;
        EndIfGone(path); // Perhaps it went before anybody asked for its end.
        return end;
    }

    private void EndIfGone((string Group, string Version, string Plural) path)
    {
        if (_current.Find(path.Group, path.Version, path.Plural) is null && _ends.TryRemove(path, out var end))
            end.Cancel();
    }
}
