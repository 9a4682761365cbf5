using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class ZonesOfVolumes
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "claim c bound=v; volume v for=c l:zone=x", "", "pvc=c", "a")]
    [InlineData("a zone=y", "claim c bound=v; volume v for=c l:zone=x", "", "pvc=c", "0/1 nodes are available: 1 node(s) had no available volume zone.")]
    [InlineData("a zone=x", "claim c bound=v; volume v for=c ", "", "pvc=c", "a")]
    [InlineData("a", "claim c bound=v; volume v for=c l:zone=x", "", "pvc=c", "a")]
    [InlineData("a region=r", "claim c bound=v; volume v for=c l:zone=x", "", "pvc=c", "0/1 nodes are available: 1 node(s) had no available volume zone.")]
    [InlineData("a zone=x region=r", "claim c bound=v; volume v for=c l:zone=x l:region=r", "", "pvc=c", "a")]
    [InlineData("a zone=x region=s", "claim c bound=v; volume v for=c l:zone=x l:region=r", "", "pvc=c", "0/1 nodes are available: 1 node(s) had no available volume zone.")]
    [InlineData("a zone=x; b zone=y; c zone=z", "claim c bound=v; volume v for=c l:zone=x__y", "", "pvc=c", "a b")]
    [InlineData("a zone=x", "claim c bound=v; volume v for=c l:failure-domain.beta.kubernetes.io/zone=x", "", "pvc=c", "a")]
    [InlineData("a zone=y", "claim c bound=v; volume v for=c l:failure-domain.beta.kubernetes.io/zone=x", "", "pvc=c", "0/1 nodes are available: 1 node(s) had no available volume zone.")]
    [InlineData("a failure-domain.beta.kubernetes.io/zone=x", "claim c bound=v; volume v for=c l:failure-domain.beta.kubernetes.io/zone=x", "", "pvc=c", "a")]
    [InlineData("a zone=x; b zone=y", "claim c bound=v; volume v for=c l:zone=x", "", "", "a b")]
    [InlineData("a zone=x; b zone=y", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:zone=y", "", "pvc=c pvc=d", "0/2 nodes are available: 2 node(s) had no available volume zone.")]
    [InlineData("a zone=x; b zone=y", "claim c bound=v; volume v for=c l:zone=x; claim d bound=w; volume w for=d l:zone=x", "", "pvc=c pvc=d", "a")]
    [InlineData("a zone=x; b zone=y", "class s waits by=csi; claim c class=s", "", "pvc=c", "a b")]
    [InlineData("a zone=x cordoned; b zone=y", "claim c bound=v; volume v for=c l:zone=x", "", "pvc=c", "0/2 nodes are available: 1 node(s) had no available volume zone, 1 node(s) were unschedulable.")]
    public void Admit_or_refuse_pods(string nodes, string storage, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing, storage).Outcome(pod));
}
