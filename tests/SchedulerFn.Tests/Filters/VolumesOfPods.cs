using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class VolumesOfPods
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "claim c bound=v; volume v for=c only:zone=x", "", "pvc=c", "a")]
    [InlineData("a zone=x; b zone=y", "claim c bound=v; volume v for=c only:zone=z", "", "pvc=c", "0/2 nodes are available: 2 node(s) had volume node affinity conflict.")]
    [InlineData("a zone=x; b", "claim c bound=v; volume v for=c", "", "pvc=c", "a b")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; ", "", "pvc=c", "0/1 nodes are available: persistentvolumeclaim \"c\" not found.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=now", "", "pvc=c", "0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=none", "", "pvc=c", "0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow bound=v binding; volume v", "", "pvc=c", "0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow leaving", "", "pvc=c", "0/1 nodes are available: persistentvolumeclaim \"c\" is being deleted.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c bound=v phase=Lost", "", "pvc=c", "0/1 nodes are available: persistentvolumeclaim \"c\" bound to non-existent persistentvolume \"v\".")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c bound=v", "", "pvc=c", "0/1 nodes are available: persistentvolume \"v\" not found.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow", "", "pvc=c", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a; b", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow size=2Gi; volume v class=slow size=3Gi only:host=b", "", "pvc=c", "b")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow size=2Gi; volume v class=slow size=1Gi", "", "pvc=c", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow; volume v class=other", "", "pvc=c", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow; volume v class=slow for=other", "", "pvc=c", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow; volume v class=slow for=c phase=Available", "", "pvc=c", "a")]
    [InlineData("a; b", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow; volume v class=slow for=c only:host=b; volume w class=slow", "", "pvc=c", "b")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow; volume v class=slow phase=Released", "", "pvc=c", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow block; volume v class=slow", "", "pvc=c", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow where=k:v; volume v class=slow", "", "pvc=c", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow where=k:v; volume v class=slow l:k=v", "", "pvc=c", "a")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow; claim d class=slow; volume v class=slow", "", "pvc=c pvc=d", "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=slow size=2Gi; claim d class=slow size=1Gi; volume v class=slow size=2Gi; volume w class=slow size=1Gi", "", "pvc=c pvc=d", "a")]
    [InlineData("a; b", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=fast", "", "pvc=c", "a b")]
    [InlineData("a; b", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=fast selected=b", "", "pvc=c", "b")]
    [InlineData("a zone=x; b zone=y; c zone=z", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim c class=west", "", "pvc=c", "a c")]
    [InlineData("a zone=x; b zone=y", "class f waits by=csi; driver csi tells; claim c class=f size=5Gi; capacity one class=f zone=x size=10Gi; capacity two class=f zone=y size=1Gi", "", "pvc=c", "a")]
    [InlineData("a zone=x", "class f waits by=csi; driver csi tells; claim c class=f size=5Gi; capacity one class=f zone=x size=10Gi most=2Gi", "", "pvc=c", "0/1 nodes are available: 1 node(s) did not have enough free storage.")]
    [InlineData("a zone=x", "class f waits by=csi; driver csi; claim c class=f size=5Gi; capacity one class=f zone=x size=1Gi", "", "pvc=c", "a")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; ", "", "ephemeral=e", "0/1 nodes are available: waiting for ephemeral volume controller to create the persistentvolumeclaim \"new-e\".")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim new-e bound=v of=new; volume v for=new-e", "", "ephemeral=e", "a")]
    [InlineData("a", "class slow waits; class now; class fast waits by=csi; class west waits by=csi allowed=x|z; claim new-e bound=v of=other; volume v for=new-e", "", "ephemeral=e", "0/1 nodes are available: PVC default/new-e was not created for pod default/new (pod is not owner).")]
    public void Admit_or_refuse_pods(string nodes, string storage, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing, storage).Outcome(pod));
}
