using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Tests.Rules.Pods;

public class PodThatIsDeleted
{
    [Theory]
    [InlineData("n1", "Running", null, 30)]
    [InlineData("n1", "Running", 5L, 5)]
    [InlineData("n1", "Running", -5L, 1)]
    [InlineData("n1", "Running", 0L, 0)]
    [InlineData("n1", "Succeeded", 5L, 0)]
    [InlineData("n1", "Failed", null, 0)]
    [InlineData("", "Pending", 5L, 0)]
    public void It_is_given_time_where_it_runs(string node, string phase, long? requested, long expected)
    {
        var pod = PodGiven.With("/spec/nodeName", $"'{node}'").With<Pod>("/status/phase", $"'{phase}'");

        Assert.Equal(expected, KindStrategies.Of(typeof(Pod)).GracePeriod(pod, requested));
    }
}
