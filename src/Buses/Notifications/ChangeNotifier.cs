using System.Globalization;
using System.Threading.Channels;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.Buses.Notifications;

/// <summary>
/// Tells the bus that a resource has changed, soon after this process committed it or learned of it: one message for a burst. What
/// it cannot tell is found by the sweep, because the log is the outbox.
/// </summary>
public sealed partial class ChangeNotifier : IAsyncDisposable
{
    private readonly IClusterStore _store;
    private readonly Func<string, long, IReadOnlyList<(IWorkBus Bus, WorkKey Key)>> _tell;
    private readonly ILogger<ChangeNotifier> _logger;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _changed = [];
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _running;

    /// <param name="tell">Whom to tell of a resource that has reached a revision.</param>
    public ChangeNotifier(IClusterStore store, Func<string, long, IReadOnlyList<(IWorkBus Bus, WorkKey Key)>> tell, ILogger<ChangeNotifier> logger)
    {
        _store = store;
        _tell = tell;
        _logger = logger;
        _store.Changed += Note;
        _running = Run();
    }

    public async ValueTask DisposeAsync()
    {
        _store.Changed -= Note;
        _signal.Writer.TryComplete();
        await _running;
    }

    private void Note(string resource, Change change)
    {
        lock (_gate)
            _changed[resource] = Math.Max(change.Revision, _changed.GetValueOrDefault(resource));
        _signal.Writer.TryWrite(true);
    }

    private async Task Run()
    {
        while (await _signal.Reader.WaitToReadAsync())
        {
            _signal.Reader.TryRead(out _);
            foreach (var (resource, revision) in Take())
                await Tell(resource, revision);
        }
    }

    private KeyValuePair<string, long>[] Take()
    {
        lock (_gate)
        {
            KeyValuePair<string, long>[] taken = [.. _changed];
            _changed.Clear();
            return taken;
        }
    }

    private async Task Tell(string resource, long revision)
    {
        var stamp = $"{resource}.{revision.ToString(CultureInfo.InvariantCulture)}";
        foreach (var (bus, key) in _tell(resource, revision))
        {
            try
            {
                await bus.Publish([key], TimeSpan.Zero, stamp, CancellationToken.None);
            }
            catch (Exception failure)
            {
                LogFailed(failure, resource);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "the bus could not be told that {Resource} changed; the sweep will find it")]
    private partial void LogFailed(Exception failure, string resource);
}
