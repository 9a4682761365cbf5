using System.Buffers;
using System.IO.Pipelines;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Http;

/// <summary>
/// Sends a watch. All that is at hand is written before the connection is flushed, so that under load one flush carries many
/// events; a slow reader slows only itself, until the store tells it to start again.
/// </summary>
internal sealed class WatchStream(WatchPlan plan, IWatchEncoder encoder, TimeProvider time)
{
    private const int FlushBytes = 128 * 1024;
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromMinutes(1);

    public async Task Run(PipeWriter connection, CancellationToken cancellationToken)
    {
        var output = new BlockWriter(connection);
        if (plan.Refusal is { } refusal)
        {
            encoder.Error(output, refusal);
            await output.Flush(cancellationToken);
            return;
        }

        using var cursor = plan.Cursor!;
        try
        {
            await Watch(output, cursor, cancellationToken);
        }
        catch (Errors.ApiException e)
        {
            // An object that cannot be shown in the version that is watched.
            encoder.Error(output, e);
            await output.Flush(cancellationToken);
        }
    }

    private async Task Watch(BlockWriter output, IWatchCursor cursor, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(plan.Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, plan.Ended);
        try
        {
            await Send(output, cursor, ending.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The watch's time is over.
        }

        if (ending.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            await End(output, cursor, cancellationToken);
    }

    /// <summary>The client goes on from here without missing or repeating anything, or knows how it ended.</summary>
    private async ValueTask End(BlockWriter output, IWatchCursor cursor, CancellationToken cancellationToken)
    {
        if (plan.Ended.IsCancellationRequested)
        {
            await plan.CatchUp(cancellationToken);
            while (cursor.TryRead(out var change))
                Write(output, change);
        }

        if (plan.Bookmarks)
            encoder.Bookmark(output, cursor.Revision, endsInitialEvents: false);
        await output.Flush(cancellationToken);
    }

    private async Task Send(BlockWriter output, IWatchCursor cursor, CancellationToken cancellationToken)
    {
        foreach (var stored in plan.Initial)
        {
            encoder.Event(output, "ADDED", stored, null);
            if (output.UnflushedBytes > FlushBytes && await output.Flush(cancellationToken))
                return;
        }

        if (plan.MarkInitialEnd)
            encoder.Bookmark(output, cursor.Revision, endsInitialEvents: true);

        while (!cancellationToken.IsCancellationRequested)
        {
            using var period = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (plan.Bookmarks)
                period.CancelAfter(BookmarkInterval);
            if (!await SendUntil(output, cursor, period.Token, cancellationToken))
                return;

            encoder.Bookmark(output, cursor.Revision, endsInitialEvents: false);
        }
    }

    /// <returns>False when the stream is at its end; true when a bookmark is due.</returns>
    private async ValueTask<bool> SendUntil(BlockWriter output, IWatchCursor cursor, CancellationToken bookmarkDue, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (cursor.TryRead(out var change))
            {
                Write(output, change);
                if (output.UnflushedBytes > FlushBytes && await output.Flush(cancellationToken))
                    return false;
            }

            // Also flushes the headers of a watch that has nothing to say yet.
            if (await output.Flush(cancellationToken))
                return false;

            try
            {
                if (await cursor.WaitToRead(bookmarkDue))
                    continue;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return true;
            }

            encoder.Error(output, Errors.ApiErrors.TooOldResourceVersion(cursor.Revision, cursor.Revision));
            await output.Flush(cancellationToken);
            return false;
        }
    }

    private void Write(IBufferWriter<byte> output, Change change)
    {
        if (SelectedChange.Of(change, plan.Selection) is { } seen)
            encoder.Event(output, seen.Type, seen.Object, change);
    }
}
