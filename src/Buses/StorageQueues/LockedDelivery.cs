using CloudletK8s.Buses.Delivery;

namespace CloudletK8s.Buses.StorageQueues;

/// <summary>Delivers a message while nobody else works on its key; otherwise it comes back a little later.</summary>
public sealed class LockedDelivery(IMessageBus bus, WorkDelivery delivery, KeyLocks locks)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    public async ValueTask<bool> Deliver(WorkMessage message, CancellationToken cancellationToken)
    {
        if (await locks.TryTake(message.Group, cancellationToken) is not { } held)
        {
            await bus.Send([message], Later, "", cancellationToken);
            return true;
        }

        try
        {
            return await delivery.Deliver(message, cancellationToken);
        }
        finally
        {
            await locks.GiveBack(message.Group, held, CancellationToken.None);
        }
    }
}
