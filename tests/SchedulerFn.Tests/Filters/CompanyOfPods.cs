using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Filters;

public sealed class CompanyOfPods
{
    [Theory]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "aff:zone:app=w", "a")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a app=w", "aff:zone:app=w", "a b")]
    [InlineData("a zone=x; b zone=x", "o @a app=w", "aff:host:app=w", "a")]
    [InlineData("a zone=x; b", "o @b app=w", "aff:zone:app=w", "0/2 nodes are available: 2 node(s) didn't match pod affinity rules.")]
    [InlineData("a zone=x; b zone=y", "", "aff:zone:app=w", "0/2 nodes are available: 2 node(s) didn't match pod affinity rules.")]
    [InlineData("a zone=x; b zone=y", "", "app=w aff:zone:app=w", "a b")]
    [InlineData("a zone=x; b", "", "app=w aff:zone:app=w", "a")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "app=w aff:zone:app=w", "a")]
    [InlineData("a zone=x rack=1; b zone=x rack=2", "o @a app=w", "aff:zone:app=w aff:rack:app=w", "a")]
    [InlineData("a zone=x rack=1; b zone=x rack=2", "o @a app=w; p @b app=z", "aff:zone:app=w aff:rack:app=z", "0/2 nodes are available: 2 node(s) didn't match pod affinity rules.")]
    [InlineData("a zone=x rack=1; b zone=x rack=2", "o @a app=w tier=1", "aff:zone:app=w aff:rack:tier=1", "a")]
    [InlineData("a zone=x; b zone=y", "o @a app=w ns=other", "aff:zone:app=w", "0/2 nodes are available: 2 node(s) didn't match pod affinity rules.")]
    [InlineData("a zone=x; b zone=y", "o @a app=w ns=other", "aff:zone:app=w@other", "a")]
    [InlineData("a zone=x; b zone=y", "o @a app=w ns=other", "aff:zone:app=w@*", "a")]
    [InlineData("a zone=x; b zone=y", "o @a app=w ns=other", "aff:zone:app=w@?team=b", "0/2 nodes are available: 2 node(s) didn't match pod affinity rules.")]
    [InlineData("a zone=x; b zone=y", "o @a app=w", "anti:zone:app=w", "b")]
    [InlineData("a zone=x; b zone=x; c zone=y", "o @a app=w", "anti:host:app=w", "b c")]
    [InlineData("a zone=x; b zone=x; c", "o @a app=w", "anti:zone:app=w", "c")]
    [InlineData("a zone=x", "o @a app=w", "anti:zone:app=w", "0/1 nodes are available: 1 node(s) didn't match pod anti-affinity rules.")]
    [InlineData("a zone=x", "o @a app=w", "anti:zone:app!=z", "0/1 nodes are available: 1 node(s) didn't match pod anti-affinity rules.")]
    [InlineData("a zone=x", "o @a app=w", "anti:zone:app=w@other", "a")]
    [InlineData("a zone=x", "o @a app=w", "anti:zone:", "a")]
    [InlineData("a zone=x; b zone=x", "o @a anti:host:app=w", "app=w", "b")]
    [InlineData("a zone=x; b zone=x", "o @a anti:zone:app=w", "app=w", "0/2 nodes are available: 2 node(s) didn't satisfy existing pods anti-affinity rules.")]
    [InlineData("a zone=x; b zone=x", "o @a anti:zone:app=w", "app=z", "a b")]
    [InlineData("a zone=x", "o @a ns=other anti:zone:app=w", "app=w", "a")]
    [InlineData("a zone=x", "o @a ns=other anti:zone:app=w@default", "app=w", "0/1 nodes are available: 1 node(s) didn't satisfy existing pods anti-affinity rules.")]
    [InlineData("a; b", "o @a anti:zone:app=w", "app=w", "a b")]
    [InlineData("a zone=x; b zone=x", "o @a app=w leaving", "anti:zone:app=w", "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules.")]
    [InlineData("a zone=x; b zone=y", "o @a app=w anti:zone:app=w", "app=w anti:zone:app=w", "b")]
    [InlineData("a zone=x; b zone=y", "o @a app=w; p @b app=z", "aff:zone:app=w anti:zone:app=z", "a")]
    [InlineData("a zone=x; b zone=y", "o @a app=w paff:9:zone:app=q", "app=q", "a b")]
    public void Admit_or_refuse_pods(string nodes, string existing, string pod, string expected) =>
        Assert.Equal(expected, new Given(nodes, existing).Outcome(pod));
}
