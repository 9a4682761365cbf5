using CloudletK8s.ControllerRuntime.Election;
using CloudletK8s.TestKit.Controllers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ControllerRuntime.Tests.Election;

public sealed class TwoCandidates : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ControlPlane _plane = null!;
    private LeaseElection _one = null!;
    private LeaseElection _other = null!;

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(_ => [], _time);
        _one = Candidate("one");
        _other = Candidate("other");
        await _one.Look(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        _one.Dispose();
        _other.Dispose();
        await _plane.DisposeAsync();
    }

    [Fact]
    public async Task Elect_the_first_for_as_long_as_it_renews()
    {
        for (var look = 0; look < 30; look++)
        {
            await _one.Look(CancellationToken.None);
            await _other.Look(CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.True(_one.IsLeader);
        Assert.False(_other.IsLeader);
    }

    [Fact]
    public async Task Change_at_once_when_the_leader_ends_in_order()
    {
        var lost = await _one.Lead(CancellationToken.None);
        await _other.Look(CancellationToken.None);

        await _one.Release();
        _time.Advance(TimeSpan.FromSeconds(1));
        await _other.Look(CancellationToken.None);

        Assert.True(lost.IsCancellationRequested);
        Assert.True(_other.IsLeader);
    }

    [Fact]
    public async Task Change_when_the_leader_is_not_heard_of_for_its_lease()
    {
        await _other.Look(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(14));
        await _other.Look(CancellationToken.None);
        Assert.False(_other.IsLeader);

        _time.Advance(TimeSpan.FromSeconds(2));
        await _other.Look(CancellationToken.None);
        Assert.True(_other.IsLeader);

        // The one that slept finds out before it does anything else.
        var lost = await _one.Lead(CancellationToken.None);
        await _one.Look(CancellationToken.None);
        Assert.False(_one.IsLeader);
        Assert.True(lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Let_nobody_lead_who_has_not_been_elected()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _other.Lead(patience.Token));
    }

    private LeaseElection Candidate(string identity) =>
        new(_plane.Client, new() { Name = "test", Identity = identity }, _time, NullLogger<LeaseElection>.Instance);
}
