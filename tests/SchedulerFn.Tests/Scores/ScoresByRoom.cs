using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Scores;

public sealed class ScoresByRoom
{
    [Theory]
    [InlineData("LeastAllocated", "a", "", "cpu=1 mem=2Gi", "a=75")]
    [InlineData("LeastAllocated", "a", "", "cpu=2", "a=73")]
    [InlineData("LeastAllocated", "a", "", "", "a=97")]
    [InlineData("LeastAllocated", "a; b cpu=2", "", "cpu=1 mem=2Gi", "a=75 b=62")]
    [InlineData("LeastAllocated", "a; b", "o @a cpu=2 mem=4Gi", "cpu=1 mem=2Gi", "a=25 b=75")]
    [InlineData("LeastAllocated", "a", "o @a", "cpu=1 mem=2Gi", "a=72")]
    [InlineData("LeastAllocated", "a", "o @a cpu=4", "mem=2Gi", "a=36")]
    [InlineData("LeastAllocated", "a cpu=0", "", "mem=2Gi", "a=75")]
    [InlineData("LeastAllocated", "a cpu=0 mem=0", "", "", "a=0")]
    [InlineData("LeastAllocated", "a", "", "cpu=1 mem=2Gi init:cpu=2,mem=4Gi", "a=50")]
    [InlineData("LeastAllocated", "a", "", "cpu=1 mem=2Gi overhead:cpu=1", "a=62")]
    [InlineData("MostAllocated", "a", "", "cpu=1 mem=2Gi", "a=25")]
    [InlineData("MostAllocated", "a; b", "o @a cpu=2 mem=4Gi", "cpu=1 mem=2Gi", "a=75 b=25")]
    [InlineData("MostAllocated", "a", "o @a cpu=4", "mem=2Gi", "a=63")]
    [InlineData("MostAllocated", "a", "", "", "a=2")]
    [InlineData("MostAllocated", "a; b cpu=2 mem=4Gi", "", "cpu=2 mem=4Gi", "a=50 b=100")]
    [InlineData("RequestedToCapacityRatio", "a", "", "cpu=1 mem=2Gi", "a=25")]
    [InlineData("RequestedToCapacityRatio", "a", "", "cpu=2 mem=4Gi", "a=50")]
    [InlineData("RequestedToCapacityRatio", "a", "", "cpu=3 mem=6Gi", "a=90")]
    [InlineData("RequestedToCapacityRatio", "a; b", "o @a cpu=2 mem=4Gi", "cpu=1 mem=2Gi", "a=90 b=25")]
    [InlineData("RequestedToCapacityRatio", "a", "o @a cpu=4", "mem=2Gi", "a=64")]
    public void Follow_the_strategy(string strategy, string nodes, string existing, string pod, string expected)
    {
        var profile = new SchedulerProfile
        {
            ResourcesFit = new()
            {
                Strategy = Enum.Parse<ScoringStrategy>(strategy),
                Shape = [new(0, 0), new(50, 50), new(75, 90), new(100, 100)],
            },
        };

        Assert.Equal(expected, new Given(nodes, existing, profile: profile).Scores(PluginNames.NodeResourcesFit, pod));
    }

    [Theory]
    [InlineData("gpu=1", "a=50 b=75")]
    [InlineData("cpu=1", "a=75 b=75")]
    [InlineData("gpu=2", "a=0 b=50")]
    public void Count_other_resources_where_the_pod_wants_them(string pod, string expected)
    {
        var profile = new SchedulerProfile { ResourcesFit = new() { Resources = [new("example.com/gpu", 1), new("cpu", 0)] } };
        if (pod.StartsWith("cpu", StringComparison.Ordinal))
            profile = profile with { ResourcesFit = new() { Resources = [new("example.com/gpu", 5), new("cpu", 1)] } };

        Assert.Equal(expected, new Given("a gpu=2; b gpu=4", profile: profile).Scores(PluginNames.NodeResourcesFit, pod));
    }
}
