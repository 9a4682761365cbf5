using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Log;

/// <summary>
/// Moves the oldest readable revision on and deletes what is not needed after it: the state that a change superseded goes
/// when that change passes the horizon, a deletion's own row with it. The head and the rows go in one batch, so being killed
/// in between leaves nothing behind, and of several processes that compact at once one wins each step.
/// </summary>
internal sealed class Compaction(string resource, RevisionLog log, LogReader reader, ClusterStoreOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int StepRows = TableLimits.BatchRows - 1;

    /// <summary>How far the log may grow beyond its limit before a commit starts compaction by itself.</summary>
    private const int SlackDivisor = 10;

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Called after commits: history must not grow without bounds between two timed runs.</summary>
    public void Consider(LogHead head)
    {
        if (head.Newest - head.Oldest > options.HistoryChanges + (options.HistoryChanges / SlackDivisor) + StepRows && _running.IsCompleted)
            _ = RunUnattended();
    }

    /// <summary>Compacts as far as the limits say now. One run at a time: one that is under way may have read the log too early.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Start().WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private Task Start()
    {
        lock (_gate)
        {
            if (_running.IsCompleted && !_stopping.IsCancellationRequested)
                _running = Task.Run(() => RunSteps(_stopping.Token), CancellationToken.None);

            return _running;
        }
    }

    private async Task RunUnattended()
    {
        try
        {
            await Start();
        }
        catch (Exception ex)
        {
            // What was not compacted now is compacted next time.
            if (!_stopping.IsCancellationRequested)
                options.BackgroundFailure?.Invoke(resource, ex);
        }
    }

    private async Task RunSteps(CancellationToken cancellationToken)
    {
        var head = await reader.Head(cancellationToken);
        var byCount = head.Newest - options.HistoryChanges;
        var notBefore = time.GetUtcNow() - options.HistoryAge;
        var oldest = head.Oldest;
        var passed = oldest;
        var rows = new List<string>(StepRows);
        await foreach (var record in reader.Changes(oldest, head.Newest, cancellationToken))
        {
            if (record.Revision > byCount && record.Time >= notBefore)
                break;

            if (rows.Count + 2 > StepRows)
            {
                if (!await log.Trim(oldest, passed, rows, cancellationToken))
                    return;

                oldest = passed;
                rows = new List<string>(StepRows);
            }

            if (record.PreviousRevision != 0)
                rows.Add(LogRows.Change(record.PreviousRevision));

            // A deletion is superseded by nothing: at and after the horizon, no row says the same.
            if (record.Type == ChangeType.Deleted)
                rows.Add(LogRows.Change(record.Revision));

            passed = record.Revision;
        }

        if (passed > oldest)
            await log.Trim(oldest, passed, rows, cancellationToken);
    }
}
