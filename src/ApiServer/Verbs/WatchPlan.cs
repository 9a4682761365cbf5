using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>A watch that is about to be streamed.</summary>
public sealed record WatchPlan
{
    /// <summary>Where the changes come from; null when the watch starts too far back and only says so.</summary>
    public IWatchCursor? Cursor { get; init; }

    /// <summary>Set instead of a cursor: the error event that is all the client gets.</summary>
    public Errors.ApiException? Refusal { get; init; }

    /// <summary>Objects that are sent as additions first.</summary>
    public IReadOnlyList<StoredObject> Initial { get; init; } = [];

    /// <summary>A bookmark that says so follows the initial objects.</summary>
    public bool MarkInitialEnd { get; init; }

    public required Selection Selection { get; init; }

    public required bool Bookmarks { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Cancelled when there is nothing left to watch: what is watched is not served any more.</summary>
    public CancellationToken Ended { get; init; }

    /// <summary>Brings to the cursor, before such an end, what was committed until then on any server.</summary>
    public Func<CancellationToken, ValueTask> CatchUp { get; init; } = static _ => ValueTask.CompletedTask;
}
