using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.ServiceEndpoints;

namespace CloudletK8s.Reconcilers.Tests.ServiceEndpoints;

public sealed class EndpointsBeyondCapacity
{
    [Theory]
    [InlineData(600, 400, 600, 400, false)]
    [InlineData(1200, 300, 1000, 0, true)]
    [InlineData(700, 500, 700, 300, true)]
    public void Give_up_those_that_are_not_ready_first(int ready, int notReady, int readyLeft, int notReadyLeft, bool isCut)
    {
        List<EndpointSubset> subsets = [Subset(ready / 2, notReady / 2), Subset(ready - (ready / 2), notReady - (notReady / 2))];

        Assert.Equal(isCut, CapacityCut.Apply(subsets));
        Assert.Equal((readyLeft, notReadyLeft), (subsets.Sum(subset => subset.Addresses?.Count ?? 0), subsets.Sum(subset => subset.NotReadyAddresses?.Count ?? 0)));
    }

    private static EndpointSubset Subset(int ready, int notReady) => new()
    {
        Addresses = [.. Enumerable.Range(0, ready).Select(i => new EndpointAddress { Ip = $"10.0.0.{i}" })],
        NotReadyAddresses = [.. Enumerable.Range(0, notReady).Select(i => new EndpointAddress { Ip = $"10.0.1.{i}" })],
    };
}
