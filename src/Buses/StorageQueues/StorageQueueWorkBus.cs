using Azure.Storage.Queues;
using CloudletK8s.Buses.Delivery;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Buses.StorageQueues;

/// <summary>
/// The cheap bus: a queue of a storage account, also on the emulator. It knows neither sessions nor duplicates: a row in the table
/// locks the key that is worked on, and what was published twice is worked on twice. Delays are times of invisibility.
/// </summary>
public sealed class StorageQueueWorkBus(QueueClient queue) : IMessageBus
{
    /// <summary>The longest that a message may be invisible; whoever wakes too early waits again.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    /// <summary>Requests under way at once: the service takes one message each.</summary>
    private const int AtOnce = 16;

    public ValueTask Publish(IReadOnlyList<WorkKey> keys, TimeSpan delay, string stamp, CancellationToken cancellationToken) =>
        Send([.. keys.Select(key => new WorkMessage(key))], delay, stamp, cancellationToken);

    public async ValueTask Send(IReadOnlyList<WorkMessage> messages, TimeSpan delay, string stamp, CancellationToken cancellationToken)
    {
        var invisible = delay < LongestDelay ? delay : LongestDelay;
        foreach (var chunk in messages.Distinct().Chunk(AtOnce))
        {
            await Task.WhenAll(chunk.Select(message => queue.SendMessageAsync(
                new BinaryData(message.Encode()), invisible > TimeSpan.Zero ? invisible : null, timeToLive: null, cancellationToken)));
        }
    }
}
