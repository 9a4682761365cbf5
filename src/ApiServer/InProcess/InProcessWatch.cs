using System.Globalization;
using System.Runtime.CompilerServices;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>A watch as trees; what <see cref="Http.WatchStream"/> is for bytes.</summary>
/// <param name="shown">An object as the caller wants to see it.</param>
internal sealed class InProcessWatch(WatchPlan plan, Func<StoredObject, TreeObject> shown, TimeProvider time)
{
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<ApiFrame> Frames([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cursor = plan.Cursor!;
        using var timeout = new CancellationTokenSource(plan.Timeout, time);
        foreach (var stored in plan.Initial)
            yield return new("ADDED", shown(stored));

        if (plan.MarkInitialEnd)
            yield return Bookmark(cursor.Revision, endsInitialEvents: true);

        while (true)
        {
            while (cursor.TryRead(out var change))
            {
                if (SelectedChange.Of(change, plan.Selection) is { } seen)
                    yield return new(seen.Type, shown(seen.Object));
            }

            switch (await Wait(cursor, timeout.Token, cancellationToken))
            {
                case Awaited.TooSlow:
                    yield return new("ERROR", ApiErrors.TooOldResourceVersion(cursor.Revision, cursor.Revision).ToStatus());
                    yield break;
                case Awaited.BookmarkDue:
                    yield return Bookmark(cursor.Revision, endsInitialEvents: false);
                    break;
                case Awaited.End:
                    // The watcher goes on from here without missing or repeating anything.
                    if (plan.Bookmarks)
                        yield return Bookmark(cursor.Revision, endsInitialEvents: false);
                    yield break;
            }
        }
    }

    private enum Awaited
    {
        Change,
        TooSlow,
        BookmarkDue,
        End,
    }

    private async ValueTask<Awaited> Wait(IWatchCursor cursor, CancellationToken end, CancellationToken cancellationToken)
    {
        using var period = new CancellationTokenSource(plan.Bookmarks ? BookmarkInterval : Timeout.InfiniteTimeSpan, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(end, period.Token, cancellationToken);
        try
        {
            return await cursor.WaitToRead(any.Token) ? Awaited.Change : Awaited.TooSlow;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return end.IsCancellationRequested ? Awaited.End : Awaited.BookmarkDue;
        }
    }

    private ApiFrame Bookmark(long revision, bool endsInitialEvents)
    {
        var metadata = new TreeObject(2);
        metadata.Set("resourceVersion", revision.ToString(CultureInfo.InvariantCulture));
        if (endsInitialEvents)
            metadata.ObjectOrNew("annotations").Set("k8s.io/initial-events-end", "true");
        return new("BOOKMARK", new() { ["metadata"] = metadata });
    }
}
