using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class SpreadConstraints
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "", "app=w spread:zone:1:app=w", "a b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "app=w spread:zone:1:app=w", "b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "app=w spread:zone:2:app=w", "a b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @a app=w", "app=w spread:zone:2:app=w", "b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "spread:zone:1:app=w", "a b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @a app=w", "spread:zone:1:app=w", "b")]
    [InlineData("a zone=x; b zone=y", "o @a app=z", "app=w spread:zone:1:app=w", "a b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w ns=other", "app=w spread:zone:1:app=w", "a b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w leaving", "app=w spread:zone:1:app=w", "a b")]
    [InlineData("a zone=x; b", "", "app=w spread:zone:1:app=w", "a")]
    [InlineData("a; b", "", "app=w spread:zone:1:app=w", "0/2 nodes are available: 2 node(s) didn't match pod topology spread constraints (missing required label).")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a app=w; p @b app=w", "app=w spread:zone:1:app=w", "c")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a app=w; p @c app=w", "app=w spread:zone:1:app=w spread:host:1:app=w", "b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "app=w spread:zone:1:app=w:min=3", "b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @b app=w", "app=w spread:zone:1:app=w:min=3", "0/2 nodes are available: 2 node(s) didn't match pod topology spread constraints.")]
    [InlineData("a zone=x; b zone=y; c zone=z", "o @a app=w; p @b app=w", "app=w spread:zone:1:app=w sel:zone=x", "a")]
    [InlineData("a zone=x; b zone=y; c zone=z", "o @a app=w; p @b app=w", "app=w spread:zone:1:app=w:anywhere sel:zone=x", "0/3 nodes are available: 1 node(s) didn't match pod topology spread constraints, 2 node(s) didn't match Pod's node affinity/selector.")]
    [InlineData("a zone=x; b zone=y taint:k=v", "o @a app=w", "app=w spread:zone:1:app=w", "0/2 nodes are available: 1 node(s) didn't match pod topology spread constraints, 1 node(s) had untolerated taint {k: v}.")]
    [InlineData("a zone=x; b zone=y taint:k=v", "o @a app=w", "app=w spread:zone:1:app=w:taints", "a")]
    [InlineData("a zone=x; b zone=y", "o @a app=w tier=1", "app=w tier=2 spread:zone:1:app=w:same=tier", "a b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w tier=1", "app=w tier=1 spread:zone:1:app=w:same=tier", "b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @a app=w; q @a app=w", "app=w even:zone:1:app=w", "a b")]
    [InlineData("a zone=x; b zone=y; c zone=z", "o @a; p @b", "spread:zone:1:*", "c")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "app=w spread:zone:1:", "a b")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
