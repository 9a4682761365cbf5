using Azure.Messaging.ServiceBus;
using CloudletK8s.Buses.Delivery;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Buses.ServiceBus;

/// <summary>
/// A queue with sessions: the session is the key, so that no two workers have it at once; a stamp makes the message id, so that the
/// queue's duplicate detection sees what was published twice; delays are scheduled messages. The Functions host receives.
/// </summary>
public sealed class ServiceBusWorkBus(ServiceBusSender sender, TimeProvider time) : IMessageBus
{
    /// <summary>Far below what a request may hold (256 kB).</summary>
    private const int MessagesAtOnce = 100;

    public ValueTask Publish(IReadOnlyList<WorkKey> keys, TimeSpan delay, string stamp, CancellationToken cancellationToken) =>
        Send([.. keys.Select(key => new WorkMessage(key))], delay, stamp, cancellationToken);

    public async ValueTask Send(IReadOnlyList<WorkMessage> messages, TimeSpan delay, string stamp, CancellationToken cancellationToken)
    {
        foreach (var chunk in messages.Distinct().Chunk(MessagesAtOnce))
            await sender.SendMessagesAsync(chunk.Select(message => Message(message, delay, stamp)), cancellationToken);
    }

    private ServiceBusMessage Message(WorkMessage message, TimeSpan delay, string stamp)
    {
        var made = new ServiceBusMessage(new BinaryData(message.Encode())) { SessionId = message.Group, ContentType = "application/json" };
        if (stamp.Length > 0)
            made.MessageId = Digests.Short($"{message.Group}@{stamp}");
        if (delay > TimeSpan.Zero)
            made.ScheduledEnqueueTime = time.GetUtcNow() + delay;
        return made;
    }
}
