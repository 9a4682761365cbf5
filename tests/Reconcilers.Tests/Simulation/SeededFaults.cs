using System.Globalization;
using Xunit.Abstractions;

namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>
/// All controllers under everything that bus, store, workers and caches may do. A run is named by its seed; CLOUDLET_SIMULATION_SEEDS
/// asks for more of them ("1000" for a night, "17-17" for one), otherwise a few run.
/// </summary>
public sealed class SeededFaults(ITestOutputHelper output)
{
    private const string SeedsName = "CLOUDLET_SIMULATION_SEEDS";
    private const int Steps = 300;
    private const int StepsToConverge = 6000;

    public static TheoryData<int> Seeds
    {
        get
        {
            var asked = Environment.GetEnvironmentVariable(SeedsName) ?? "6";
            var bounds = asked.Split('-').Select(bound => int.Parse(bound, CultureInfo.InvariantCulture)).ToArray();
            var (first, last) = bounds.Length == 2 ? (bounds[0], bounds[1]) : (1, bounds[0]);
            return [.. Enumerable.Range(first, last - first + 1)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Break_nothing_that_must_hold_and_everything_comes_right_when_they_stop(int seed)
    {
        output.WriteLine($"seed {seed}; again: CLOUDLET_SIMULATION_SEEDS={seed}-{seed} ./cloudlet test SeededFaults");
        await using var cluster = await SimulatedCluster.Start(seed);
        var user = new SimulatedUser(cluster);
        var nodes = new SimulatedNodes(cluster);
        var invariants = new Invariants(cluster, user, nodes, holdSurge: Environment.GetEnvironmentVariable(SeedsName) is not null);
        await nodes.Begin();
        await user.Begin();

        for (var step = 0; step < Steps; step++)
        {
            if (cluster.Random.Next(12) == 0)
                await user.Act();
            if (cluster.Random.Next(2) == 0)
                await nodes.Step();
            if (!await cluster.Step() || cluster.Random.Next(10) == 0)
                await nodes.Pass(TimeSpan.FromSeconds(cluster.Random.Next(1, 15)));
            await invariants.Hold();
        }

        cluster.Faults.HaveStopped = true;
        await cluster.Resync();
        await Converge(cluster, nodes, invariants);
        await invariants.Converged();

        var faults = cluster.Faults;
        output.WriteLine($"{faults.Dropped} dropped, {faults.Repeated} repeated, {faults.Killed} killed, {faults.Conflicts} conflicts, {faults.StaleReads} stale, {faults.Doubled} doubled");
        Assert.True(faults is { Dropped: > 0, Repeated: > 0, Killed: > 0, Doubled: > 0 } && faults.CachesStandStill == faults.StaleReads > 0, "the run was too easy");
    }

    /// <summary>Until nobody has anything to do for some minutes.</summary>
    private static async Task Converge(SimulatedCluster cluster, SimulatedNodes nodes, Invariants invariants)
    {
        var quietUntil = cluster.Time.GetUtcNow() + TimeSpan.FromMinutes(12);
        for (var step = 0; step < StepsToConverge && cluster.Time.GetUtcNow() < quietUntil; step++)
        {
            var worked = await nodes.Step();
            worked |= await cluster.Step();
            if (!worked)
                await nodes.Pass(TimeSpan.FromSeconds(30));
            if (step % 20 == 0)
                await invariants.Hold();
        }
    }
}
