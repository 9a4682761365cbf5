using System.Collections.Concurrent;
using System.Globalization;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>
/// The last deletion among the children of each owner, as far as this process has seen: the salt of the next names. Forgetting it
/// costs nothing but that a name comes back.
/// </summary>
internal sealed class FreedNames<T> where T : class, IApiObject
{
    private const int Limit = 20_000;

    private readonly ConcurrentDictionary<string, long> _byOwner = new(StringComparer.Ordinal);

    public FreedNames(ObjectCache<T> children) => children.Changed += Note;

    public long Salt(string ownerUid) => _byOwner.GetValueOrDefault(ownerUid);

    private void Note(ObjectChange<T> change)
    {
        if (change.Current is not null || OwnerReferences.Controller(change.Object)?.Uid is not { Length: > 0 } owner)
            return;

        if (_byOwner.Count >= Limit)
            _byOwner.Clear();
        _byOwner[owner] = long.Parse(change.Object.Metadata?.ResourceVersion ?? "0", CultureInfo.InvariantCulture);
    }
}
