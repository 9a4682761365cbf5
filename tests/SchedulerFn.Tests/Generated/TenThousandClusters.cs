using System.Diagnostics;
using CloudletK8s.SchedulerFn.Placements;
using Xunit.Abstractions;

namespace CloudletK8s.SchedulerFn.Tests.Generated;

/// <summary>
/// The fast engine against the plain one, on clusters that change between the pods. A failure prints the seed and everything that
/// happened.
/// </summary>
public abstract class TenThousandClusters(int shard, ITestOutputHelper output)
{
    private const int Clusters = 2500;
    private const int PodsEach = 4;

    private static readonly string[] HardCases =
    [
        "NodeUnschedulable", "TaintToleration", "NodeReachability", "NodeAffinity", "SitePin", "NodePorts", "NodeResourcesFit", "VolumeRestrictions",
        "NodeVolumeLimits", "VolumeBinding", "VolumeZone", "PodTopologySpread", "InterPodAffinity", "choices", "preemptions", "preemption choices",
        "TaintToleration scores", "NodeAffinity scores", "PodTopologySpread scores", "InterPodAffinity scores", "NodeResourcesFit scores",
        "NodeResourcesBalancedAllocation scores", "ImageLocality scores", "DataLocality scores", "violated budgets", "nominations kept",
    ];

    [Fact]
    public void Get_the_same_answers_from_a_plain_evaluator()
    {
        var seen = new Dictionary<string, int>();
        for (var seed = shard * Clusters; seed < (shard + 1) * Clusters; seed++)
            Run(seed, seen);

        output.WriteLine(string.Join(", ", seen.OrderBy(one => one.Value).Select(one => $"{one.Key} {one.Value}")));
        Assert.Empty(HardCases.Where(hard => seen.GetValueOrDefault(hard) < 20));
    }

    private static void Run(int seed, Dictionary<string, int> seen)
    {
        var cluster = new TwinCluster(seed);
        try
        {
            for (var i = 0; i < PodsEach; i++)
            {
                var pod = cluster.NextPod();
                if (new Comparison(cluster).Check(pod, seen) is Placement.Placed placed)
                    cluster.Place(pod, placed.Node, placed.Volumes);
                cluster.Change();
            }
        }
        catch (Exception failed) when (failed is not UnreachableException)
        {
            throw new UnreachableException($"Seed {seed}:\n{cluster.Story}\n{failed.Message}", failed);
        }
    }

    public sealed class First(ITestOutputHelper output) : TenThousandClusters(0, output);

    public sealed class Second(ITestOutputHelper output) : TenThousandClusters(1, output);

    public sealed class Third(ITestOutputHelper output) : TenThousandClusters(2, output);

    public sealed class Fourth(ITestOutputHelper output) : TenThousandClusters(3, output);
}
