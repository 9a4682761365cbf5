using Azure.Storage.Queues;
using CloudletK8s.Buses.Delivery;
using CloudletK8s.Buses.StorageQueues;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Store.Memory;
using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Buses;

namespace CloudletK8s.Buses.Tests;

/// <summary>The adapter over the emulator's queues, with a receiver that does what the Functions host's does.</summary>
public sealed class StorageQueueSuite(AzuriteFixture azurite) : WorkBusSuite, IClassFixture<AzuriteFixture>
{
    protected override async Task<IBusUnderTest> Open(WorkHandler handler)
    {
        var queue = new QueueClient(await azurite.Queues(), $"q{Guid.NewGuid():N}");
        await queue.CreateAsync();
        return new Running(queue, handler);
    }

    private sealed class Running : IBusUnderTest
    {
        private static readonly TimeSpan Invisible = TimeSpan.FromSeconds(30);
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

        private readonly CancellationTokenSource _stopping = new();
        private readonly QueueClient _queue;
        private readonly LockedDelivery _delivery;
        private readonly Task _receiving;

        public Running(QueueClient queue, WorkHandler handler)
        {
            var bus = new StorageQueueWorkBus(queue);
            var options = new DeliveryOptions { Backoff = new() { First = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromMilliseconds(200) } };
            var locks = new KeyLocks(new MemoryTableStore(), "c", TimeProvider.System);
            _queue = queue;
            _delivery = new LockedDelivery(bus, new WorkDelivery(bus, handler, options, new Random(1)), locks);
            Bus = bus;
            _receiving = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Receive()));
        }

        public IWorkBus Bus { get; }

        public async ValueTask DisposeAsync()
        {
            await _stopping.CancelAsync();
            await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stopping.Dispose();
        }

        /// <summary>The service tells nobody of new messages: like the host's, this receiver asks again after a pause.</summary>
        private async Task Receive()
        {
            while (!_stopping.IsCancellationRequested)
            {
                var received = await _queue.ReceiveMessageAsync(Invisible, _stopping.Token);
                if (received.Value is not { } message)
                    await Task.Delay(Pause, _stopping.Token);
                else if (await _delivery.Deliver(WorkMessage.Decode(message.Body), _stopping.Token))
                    await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
            }
        }
    }
}
