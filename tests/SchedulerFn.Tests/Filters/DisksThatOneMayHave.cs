using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class DisksThatOneMayHave
{
    [Theory]
    [InlineData("a; b", "", "old @a gce=d", "gce=d", "b")]
    [InlineData("a", "", "old @a gce=d", "gce=d", "0/1 nodes are available: 1 node(s) had no available disk.")]
    [InlineData("a", "", "old @a gce=d/ro", "gce=d/ro", "a")]
    [InlineData("a", "", "old @a gce=d", "gce=d/ro", "0/1 nodes are available: 1 node(s) had no available disk.")]
    [InlineData("a", "", "old @a gce=d", "gce=e", "a")]
    [InlineData("a", "", "old @a ebs=d/ro", "ebs=d/ro", "0/1 nodes are available: 1 node(s) had no available disk.")]
    [InlineData("a", "", "old @a ebs=d", "gce=d", "a")]
    [InlineData("a", "", "old @a iscsi=q", "iscsi=q", "0/1 nodes are available: 1 node(s) had no available disk.")]
    [InlineData("a", "", "old @a iscsi=q/ro", "iscsi=q/ro", "a")]
    [InlineData("a", "", "old @a rbd=i/m1+m2", "rbd=i/m2+m3", "0/1 nodes are available: 1 node(s) had no available disk.")]
    [InlineData("a", "", "old @a rbd=i/m1", "rbd=i/m2", "a")]
    [InlineData("a", "", "old @a rbd=i/m1", "rbd=j/m1", "a")]
    [InlineData("a", "", "old @a rbd=i/m1/ro", "rbd=i/m1/ro", "a")]
    [InlineData("a; b", "claim c one bound=v; volume v for=c; claim d bound=w; volume w for=d", "old @a pvc=c", "pvc=c", "0/2 nodes are available: 2 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode.")]
    [InlineData("a; b", "claim c one bound=v; volume v for=c; claim d bound=w; volume w for=d", "", "pvc=c", "a b")]
    [InlineData("a; b", "claim c one bound=v; volume v for=c; claim d bound=w; volume w for=d", "old @a pvc=d", "pvc=d", "a b")]
    [InlineData("a; b", "claim c one bound=v; volume v for=c; claim d bound=w; volume w for=d", "old @a pvc=c", "pvc=d", "a b")]
    [InlineData("a; b", "claim c one bound=v; volume v for=c; claim d bound=w; volume w for=d", "old @a pvc=c phase=Succeeded", "pvc=c", "a b")]
    [InlineData("a", "claim c one bound=v; volume v for=c; claim d bound=w; volume w for=d", "", "pvc=x", "0/1 nodes are available: persistentvolumeclaim \"x\" not found.")]
    [InlineData("a; b", "claim c one bound=v; volume v for=c; claim d bound=w; volume w for=d", "old @a gce=d", "gce=d pvc=c", "b")]
    public void Admit_or_refuse_pods(string nodes, string storage, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing, storage).Outcome(pod));
}
