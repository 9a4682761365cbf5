using Azure.Messaging.ServiceBus;
using CloudletK8s.Buses.Delivery;

namespace CloudletK8s.Buses.Tests;

/// <summary>
/// A queue as Service Bus has it, with the Functions host's receiver: sessions side by side, one message of a session at a time,
/// scheduled messages, duplicate detection, limits on ids, redelivery of what failed.
/// </summary>
internal sealed class FakeBroker : ServiceBusSender
{
    private const int LongestId = 128;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _sessions = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private Func<WorkMessage, CancellationToken, ValueTask<bool>>? _deliver;

    public int Accepted { get; private set; }

    public void Receive(Func<WorkMessage, CancellationToken, ValueTask<bool>> deliver) => _deliver = deliver;

    public override Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        foreach (var message in messages)
        {
            Assert.InRange(message.SessionId.Length, 1, LongestId);
            Assert.InRange(message.MessageId?.Length ?? 0, 0, LongestId);
            lock (_gate)
            {
                if (message.MessageId is { Length: > 0 } id && !_ids.Add(id))
                    continue;

                Accepted++;
                if (_deliver is not null)
                    Enqueue(message);
            }
        }

        return Task.CompletedTask;
    }

    public async ValueTask Stop()
    {
        await _stopping.CancelAsync();
        Task[] sessions;
        lock (_gate)
            sessions = [.. _sessions.Values];
        await Task.WhenAll(sessions).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private void Enqueue(ServiceBusMessage message)
    {
        // A message that is not due yet does not block its session.
        var due = message.ScheduledEnqueueTime == default ? Task.CompletedTask : Until(message.ScheduledEnqueueTime);
        _ = due.ContinueWith(
            _ =>
            {
                lock (_gate)
                    _sessions[message.SessionId] = Deliver(_sessions.GetValueOrDefault(message.SessionId, Task.CompletedTask), message);
            },
            _stopping.Token,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
    }

    private async Task Deliver(Task before, ServiceBusMessage message)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        while (!_stopping.IsCancellationRequested && !await _deliver!(WorkMessage.Decode(message.Body), _stopping.Token))
        {
        }
    }

    private Task Until(DateTimeOffset due)
    {
        var left = due - TimeProvider.System.GetUtcNow();
        return Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _stopping.Token);
    }
}
