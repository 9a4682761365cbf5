using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Pods;

public sealed class WaitingPods
{
    [Theory]
    [InlineData(0, 0, 0, 1, -1)]
    [InlineData(0, 1, 0, 0, 1)]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(1, 9, 0, 0, -1)]
    [InlineData(0, 0, 1, 9, 1)]
    [InlineData(1, 0, 0, 9, -1)]
    [InlineData(-1, 0, 0, 9, 1)]
    [InlineData(-1, 9, -2, 0, -1)]
    [InlineData(int.MaxValue, 9, int.MaxValue - 1, 0, -1)]
    [InlineData(int.MinValue, 0, int.MinValue + 1, 9, 1)]
    [InlineData(int.MaxValue, 9, int.MinValue, 0, -1)]
    [InlineData(int.MinValue, 0, int.MaxValue, 9, 1)]
    [InlineData(int.MaxValue, 0, int.MaxValue, 9, -1)]
    [InlineData(int.MinValue, 9, int.MinValue, 0, 1)]
    [InlineData(5, 3, 5, 3, 0)]
    public void Come_in_the_order_of_priority_and_then_of_waiting(int left, int leftSince, int right, int rightSince, int expected)
    {
        var compiler = new PodCompiler();
        var order = PrioritySort.Compare(
            compiler.Compile(PodText.One($"l prio={left}")),
            DateTimeOffset.UnixEpoch.AddSeconds(leftSince),
            compiler.Compile(PodText.One($"r prio={right}")),
            DateTimeOffset.UnixEpoch.AddSeconds(rightSince));

        Assert.Equal(expected, Math.Sign(order));
    }
}
