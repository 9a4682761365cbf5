using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Tests.GarbageCollection;

public sealed class OwnersInACircle : OwnersAndDependents
{
    [Theory]
    [InlineData("Background")]
    [InlineData("Foreground")]
    public async Task Go_together_when_one_is_deleted(string propagation)
    {
        var first = await Make("first");
        var second = await Make("second", By(first));
        var third = await Make("third", By(second));
        await Plane.Change<ConfigMap>(Namespace, "first", map => map with { Metadata = map.Metadata! with { OwnerReferences = [By(third)] } });
        await Plane.Quiet();
        Assert.Equal(["first", "second", "third"], await Names());

        await Plane.Delete<ConfigMap>(Namespace, "first", propagation);
        await Plane.Quiet();

        Assert.Empty(await Names());
    }
}
