using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class LimitsOfVolumes
{
    [Theory]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=2", "", "pvc=c1 pvc=c2", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "", "pvc=c1 pvc=c2", "0/1 nodes are available: 1 node(s) exceed max volume count.")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "old @a pvc=c1", "pvc=c2", "0/1 nodes are available: 1 node(s) exceed max volume count.")]
    [InlineData("a; b", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "old @a pvc=c1", "pvc=c2", "b")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "old @a pvc=c1", "pvc=c1", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "old @a pvc=c1", "pvc=c3", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1 nfs=0", "old @a pvc=c1", "pvc=c3", "0/1 nodes are available: 1 node(s) exceed max volume count.")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=0", "old @a pvc=c1", "", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=0", "old @a pvc=c1", "pvc=c3", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=0", "", "pvc=c1", "0/1 nodes are available: 1 node(s) exceed max volume count.")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs", "", "pvc=c1 pvc=c2", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; ", "", "pvc=c1 pvc=c2", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "", "pvc=w1", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "", "pvc=w1 pvc=w2", "0/1 nodes are available: 1 node(s) exceed max volume count.")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1", "old @a pvc=c1", "pvc=w1", "0/1 nodes are available: 1 node(s) exceed max volume count.")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=2", "old @a pvc=c1; more @a pvc=c1", "pvc=c2", "a")]
    [InlineData("a", "class ebs by=ebs waits; claim c1 bound=v1; claim c2 bound=v2; claim c3 bound=v3; volume v1 csi=ebs; volume v2 csi=ebs; volume v3 csi=nfs; claim w1 class=ebs; claim w2 class=ebs; csinode a ebs=1 nfs=1", "old @a pvc=c3", "pvc=c1 pvc=c3", "a")]
    public void Admit_or_refuse_pods(string nodes, string storage, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing, storage).Outcome(pod));
}
