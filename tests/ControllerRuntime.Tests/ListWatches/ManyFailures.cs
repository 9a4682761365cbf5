using CloudletK8s.ControllerRuntime.Clients.ListWatches;

namespace CloudletK8s.ControllerRuntime.Tests.ListWatches;

public sealed class ManyFailures
{
    [Fact]
    public void Never_make_a_client_rest_longer_than_twice_the_longest()
    {
        var backoff = new Backoff { First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(10) };
        var random = new Random(3);
        var waits = Enumerable.Range(1, 1000).Select(failures => backoff.After(failures, random)).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, backoff.First, 2 * backoff.Longest));
        Assert.Contains(waits, wait => wait > 1.5 * backoff.Longest);
        Assert.Equal(TimeSpan.Zero, backoff.After(0, random));
    }
}
