using CloudletK8s.Buses.Delivery;
using CloudletK8s.Buses.ServiceBus;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.TestKit.Buses;

namespace CloudletK8s.Buses.Tests;

/// <summary>The adapter over a broker of our own that does what sessions, schedules and duplicate detection do; there is no emulator without Docker.</summary>
public sealed class ServiceBusSuite : WorkBusSuite
{
    [Fact]
    public async Task Sends_a_key_once_for_one_stamp()
    {
        var broker = new FakeBroker();
        var bus = new ServiceBusWorkBus(broker, TimeProvider.System);

        await bus.Publish([Key("a"), Key("b")], TimeSpan.Zero, "pods.7", CancellationToken.None);
        await bus.Publish([Key("a")], TimeSpan.Zero, "pods.7", CancellationToken.None);
        await bus.Publish([Key("a")], TimeSpan.Zero, "pods.8", CancellationToken.None);

        Assert.Equal(3, broker.Accepted);
    }

    [Fact]
    public async Task Keeps_ids_within_what_the_broker_takes()
    {
        var broker = new FakeBroker();
        var bus = new ServiceBusWorkBus(broker, TimeProvider.System);

        await bus.Publish([new("controller", new(new string('n', 63), new string('o', 253)))], TimeSpan.Zero, "pods.7", CancellationToken.None);

        Assert.Equal(1, broker.Accepted);
    }

    protected override Task<IBusUnderTest> Open(WorkHandler handler)
    {
        var broker = new FakeBroker();
        var bus = new ServiceBusWorkBus(broker, TimeProvider.System);
        var options = new DeliveryOptions { Backoff = new() { First = TimeSpan.FromMilliseconds(20), Longest = TimeSpan.FromMilliseconds(100) } };
        broker.Receive(new WorkDelivery(bus, handler, options, new Random(1)).Deliver);
        return Task.FromResult<IBusUnderTest>(new Running(bus, broker));
    }

    private sealed record Running(IWorkBus Bus, FakeBroker Broker) : IBusUnderTest
    {
        public ValueTask DisposeAsync() => Broker.Stop();
    }
}
