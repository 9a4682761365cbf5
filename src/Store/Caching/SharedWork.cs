namespace CloudletK8s.Store.Caching;

/// <summary>
/// Work that many ask for at once and that is done once for all of them. Whoever asks while it runs gets the run after it,
/// because the running one may have looked before he asked.
/// </summary>
internal sealed class SharedWork(Func<Task> work)
{
    private readonly Lock _gate = new();
    private Task? _running;
    private Task? _next;

    /// <summary>Completes when a run that began after this call has ended.</summary>
    public Task Run()
    {
        lock (_gate)
        {
            if (_running is null || _running.IsCompleted)
            {
                // A next run that waits for its turn is newer than the call only if it has not begun.
                if (_next is null)
                    return _running = Task.Run(work);

                return _next;
            }

            return _next ??= After(_running);
        }
    }

    private async Task After(Task running)
    {
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_gate)
        {
            _running = _next;
            _next = null;
        }

        await work();
    }
}
