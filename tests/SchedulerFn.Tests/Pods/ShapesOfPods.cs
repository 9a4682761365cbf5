using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Pods;

public sealed class ShapesOfPods
{
    private readonly PodCompiler _compiler = new();

    [Fact]
    public void Are_shared_by_pods_that_differ_in_name_only() =>
        Assert.Same(Shape("a cpu=1 app=w anti:host:app=w"), Shape("b cpu=1 app=w anti:host:app=w"));

    [Theory]
    [InlineData("cpu=1000m", "cpu=1")]
    [InlineData("mem=1024Mi", "mem=1Gi")]
    [InlineData("app=w tier=a", "tier=a app=w")]
    [InlineData("sel:zone=x sel:rack=r", "sel:rack=r sel:zone=x")]
    [InlineData("", "start=5")]
    [InlineData("", "leaving")]
    [InlineData("", "nominated=a")]
    [InlineData("", "@a")]
    public void Are_equal_where_placement_is(string left, string right) => Assert.Equal(Shape($"l {left}").Key, Shape($"r {right}").Key);

    [Theory]
    [InlineData("cpu=1")]
    [InlineData("mem=1")]
    [InlineData("disk=1")]
    [InlineData("gpu=1")]
    [InlineData("app=w")]
    [InlineData("ns=other")]
    [InlineData("prio=1")]
    [InlineData("never")]
    [InlineData("sel:zone=x")]
    [InlineData("want:zone=x")]
    [InlineData("want:name=x")]
    [InlineData("prefer:1:zone=x")]
    [InlineData("tol:k")]
    [InlineData("port=80")]
    [InlineData("aff:zone:app=w")]
    [InlineData("anti:zone:app=w")]
    [InlineData("paff:1:zone:app=w")]
    [InlineData("panti:1:zone:app=w")]
    [InlineData("spread:zone:1:app=w")]
    [InlineData("even:zone:1:app=w")]
    [InlineData("image=i")]
    [InlineData("pvc=c")]
    [InlineData("gce=d")]
    [InlineData("owner=ReplicaSet/r")]
    [InlineData("pin=x")]
    [InlineData("near=x")]
    [InlineData("overhead:cpu=1")]
    [InlineData("init:cpu=9")]
    [InlineData("and:")]
    public void Differ_with_everything_that_can_change_a_placement(string more) => Assert.NotEqual(Shape("l").Key, Shape($"r {more}").Key);

    private PodShape Shape(string text) => _compiler.Compile(PodText.One(text)).Shape;
}
