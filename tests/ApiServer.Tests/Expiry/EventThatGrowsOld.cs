using CloudletK8s.ApiServer.Expiry;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.TestKit.Controllers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ApiServer.Tests.Expiry;

public sealed class EventThatGrowsOld : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _stopping = new();
    private ControlPlane _plane = null!;
    private Task _running = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(static _ => [], _time);
        await Tell("before");
        _running = new EventExpiry(_plane.Store, _time, NullLogger<EventExpiry>.Instance).Run(_stopping.Token);
    }

    public async Task DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _plane.DisposeAsync();
    }

    [Fact]
    public async Task Is_removed_an_hour_after_it_was_told()
    {
        await Tell("now");
        await Pass(TimeSpan.FromMinutes(30));
        await Tell("later");
        await Pass(TimeSpan.FromMinutes(29));
        Assert.Equal(["before", "later", "now"], await Names());

        await Pass(TimeSpan.FromMinutes(2));
        await _plane.UntilAll<Event>("default", all => all.Count == 1);
        Assert.Equal(["later"], await Names());
    }

    [Fact]
    public async Task Lives_on_when_it_is_told_again()
    {
        await Tell("now");
        await Pass(TimeSpan.FromMinutes(30));
        await _plane.Change<Event>("default", "now", told => told with { Count = 2 });
        await Pass(TimeSpan.FromMinutes(31));
        await _plane.UntilAll<Event>("default", all => all.Count == 1);
        Assert.Equal(["now"], await Names());

        await Pass(TimeSpan.FromMinutes(30));
        await _plane.UntilAll<Event>("default", all => all.Count == 0);
    }

    /// <summary>Minute by minute, each once the round before has set its timer.</summary>
    private async Task Pass(TimeSpan span)
    {
        for (var minute = 0; minute < span.TotalMinutes; minute++)
        {
            while (_time.Next is null)
                await Task.Yield();
            _time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private Task<Event> Tell(string name) => _plane.Create(new Event
    {
        Metadata = new() { Name = name, Namespace = "default" },
        InvolvedObject = new() { Kind = "Pod", Namespace = "default", Name = "pod" },
        Reason = "Told",
        LastTimestamp = _time.GetUtcNow(),
    });

    private async Task<string[]> Names() => [.. (await _plane.List<Event>("default")).Select(told => told.Metadata!.Name!).Order(StringComparer.Ordinal)];
}
