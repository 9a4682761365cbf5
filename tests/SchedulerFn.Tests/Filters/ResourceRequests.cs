using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class ResourceRequests
{
    [Theory]
    [InlineData("a cpu=2", "", "cpu=2", "a")]
    [InlineData("a cpu=2", "", "cpu=2001m", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=2", "old @a cpu=1500m", "cpu=500m", "a")]
    [InlineData("a cpu=2", "old @a cpu=1500m", "cpu=501m", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a mem=1Gi", "old @a mem=1Gi", "mem=1", "0/1 nodes are available: 1 Insufficient memory.")]
    [InlineData("a cpu=1 mem=1Gi", "", "cpu=2 mem=2Gi", "0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory.")]
    [InlineData("a cpu=1; b mem=1Gi; c", "", "cpu=2 mem=2Gi", "c")]
    [InlineData("a cpu=1; b mem=1Gi", "", "cpu=2 mem=2Gi", "0/2 nodes are available: 1 Insufficient cpu, 1 Insufficient memory.")]
    [InlineData("a disk=1Gi", "", "disk=2Gi", "0/1 nodes are available: 1 Insufficient ephemeral-storage.")]
    [InlineData("a pods=1", "old @a", "", "0/1 nodes are available: 1 Too many pods.")]
    [InlineData("a pods=0", "", "", "0/1 nodes are available: 1 Too many pods.")]
    [InlineData("a cpu=1 pods=1", "old @a", "cpu=2", "0/1 nodes are available: 1 Insufficient cpu, 1 Too many pods.")]
    [InlineData("a cpu=0", "", "", "a")]
    [InlineData("a cpu=0", "", "cpu=1m", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=1", "old @a cpu=2", "", "a")]
    [InlineData("a gpu=2", "old @a gpu=1", "gpu=1", "a")]
    [InlineData("a gpu=2", "old @a gpu=1", "gpu=2", "0/1 nodes are available: 1 Insufficient example.com/gpu.")]
    [InlineData("a", "", "gpu=1", "0/1 nodes are available: 1 Insufficient example.com/gpu.")]
    [InlineData("a", "", "gpu=0", "a")]
    [InlineData("a hugepages-2Mi=4Mi", "", "hugepages-2Mi=6Mi", "0/1 nodes are available: 1 Insufficient hugepages-2Mi.")]
    [InlineData("a cpu=2", "", "init:cpu=3", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=3", "", "cpu=1 and:cpu=1 init:cpu=3", "a")]
    [InlineData("a cpu=3", "", "cpu=1 and:cpu=1 and:cpu=2", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=3", "", "cpu=2 sidecar:cpu=1", "a")]
    [InlineData("a cpu=3", "", "cpu=1 sidecar:cpu=1 init:cpu=3", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=3", "", "cpu=1 init:cpu=3 sidecar:cpu=1", "a")]
    [InlineData("a cpu=2", "", "cpu=2 overhead:cpu=1m", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=4", "old @a cpu=1 running:cpu=3", "cpu=2", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=4", "old @a cpu=4 running:cpu=2,Infeasible", "cpu=2", "a")]
    [InlineData("a cpu=4", "old @a cpu=3 running:cpu=1", "cpu=2", "0/1 nodes are available: 1 Insufficient cpu.")]
    [InlineData("a cpu=2", "old @a cpu=2 phase=Succeeded", "cpu=2", "a")]
    [InlineData("a cpu=2", "old @a cpu=2 leaving", "cpu=2", "0/1 nodes are available: 1 Insufficient cpu.")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
