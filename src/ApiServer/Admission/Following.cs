using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>
/// Something made of the newest objects of a few resources. A change that this process made counts at once; what other processes
/// change is looked for when it is asked for and the last look is too long ago. Nothing runs while nobody asks.
/// </summary>
internal sealed class Following<T>(IReadOnlyList<IResourceStore> stores, Func<IReadOnlyList<ResourceSnapshot>, T> make, TimeProvider time) where T : class
{
    /// <summary>How long another server's change may go unnoticed.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private volatile Made? _made;

    /// <summary>What was made, if it is still good; asking costs nothing.</summary>
    public T? IfFresh => _made is { } made && IsFresh(made) ? made.Value : null;

    public ValueTask<T> Current(CancellationToken cancellationToken) => IfFresh is { } fresh ? new(fresh) : Refresh(cancellationToken);

    private bool IsFresh(Made made)
    {
        for (var i = 0; i < made.Revisions.Length; i++)
        {
            if (stores[i].Revision != made.Revisions[i])
                return false;
        }

        return time.GetElapsedTime(made.Looked) < Freshness;
    }

    private async ValueTask<T> Refresh(CancellationToken cancellationToken)
    {
        var looked = time.GetTimestamp();
        var snapshots = new ResourceSnapshot[stores.Count];
        for (var i = 0; i < snapshots.Length; i++)
        {
            snapshots[i] = await stores[i].Read(ReadAt.Newest.Instance, cancellationToken) is ReadResult.Found found
                ? found.Snapshot
                : throw new InvalidOperationException("the newest revision is always there");
        }

        var revisions = Array.ConvertAll(snapshots, snapshot => snapshot.Revision);
        var before = _made;
        var value = before is not null && before.Revisions.AsSpan().SequenceEqual(revisions) ? before.Value : make(snapshots);
        _made = new(value, revisions, looked);
        return value;
    }

    private sealed record Made(T Value, long[] Revisions, long Looked);
}
