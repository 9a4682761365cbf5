using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.DaemonSets;

namespace CloudletK8s.Reconcilers.Tests.DaemonSets;

public sealed class NodeOfADaemonSet
{
    [Theory]
    [InlineData("In", "v1 v2", true)]
    [InlineData("In", "v2", false)]
    [InlineData("NotIn", "v2", true)]
    [InlineData("NotIn", "v1", false)]
    [InlineData("Exists", "", true)]
    [InlineData("DoesNotExist", "", false)]
    [InlineData("Gt", "1", false)] // the label is no number
    public void Is_found_by_required_affinity(string comparison, string values, bool expected)
    {
        var wanted = new NodeSelectorRequirement { Key = "k", Operator = comparison, Values = values.Length == 0 ? null : values.Split(' ') };

        Assert.Equal(expected, Fit(Node(), Affine(new NodeSelectorTerm { MatchExpressions = [wanted] })).ShouldRun);
    }

    [Fact]
    public void Is_compared_as_a_number()
    {
        var cores = new NodeSelectorRequirement { Key = "cores", Operator = "Gt", Values = ["7"] };

        Assert.True(Fit(Node("8"), Affine(new NodeSelectorTerm { MatchExpressions = [cores] })).ShouldRun);
        Assert.False(Fit(Node("7"), Affine(new NodeSelectorTerm { MatchExpressions = [cores] })).ShouldRun);
        Assert.True(Fit(Node("7"), Affine(new NodeSelectorTerm { MatchExpressions = [cores with { Operator = "Lt", Values = ["8"] }] })).ShouldRun);
    }

    [Fact]
    public void Needs_one_term_that_asks_for_something_and_gets_it()
    {
        Assert.False(Fit(Node(), Affine(new NodeSelectorTerm())).ShouldRun);
        Assert.False(Fit(Node(), Affine()).ShouldRun);
        Assert.True(Fit(Node(), Affine(new NodeSelectorTerm(), new NodeSelectorTerm { MatchFields = [new() { Key = "metadata.name", Operator = "In", Values = ["n"] }] })).ShouldRun);
        Assert.False(Fit(Node(), new() { NodeName = "another" }).ShouldContinue);
    }

    [Theory]
    [InlineData("NoSchedule", null, false, true)]
    [InlineData("NoExecute", null, false, false)]
    [InlineData("PreferNoSchedule", null, true, true)]
    [InlineData("NoExecute", "Exists", true, true)]
    [InlineData("NoSchedule", "Equal", true, true)]
    public void Keeps_daemons_away_by_taints_that_they_do_not_tolerate(string effect, string? tolerated, bool runs, bool continues)
    {
        var node = Node() with { Spec = new() { Taints = [new() { Key = "x", Value = "y", Effect = effect }, new() { Key = "node.kubernetes.io/not-ready", Effect = "NoExecute" }] } };
        var toleration = new Toleration { Key = "x", Operator = tolerated, Value = tolerated == "Equal" ? "y" : null };

        Assert.Equal(new NodeFit(runs, continues), Fit(node, new() { Tolerations = tolerated is null ? [] : [toleration] }));
    }

    private static NodeFit Fit(Node node, PodSpec spec) => new NodeEligibility(new() { Spec = spec }).Of(node);

    private static Node Node(string cores = "4") => new() { Metadata = new() { Name = "n", Labels = new Dictionary<string, string> { ["k"] = "v1", ["cores"] = cores } } };

    private static PodSpec Affine(params NodeSelectorTerm[] terms) =>
        new() { Affinity = new() { NodeAffinity = new() { RequiredDuringSchedulingIgnoredDuringExecution = new() { NodeSelectorTerms = terms } } } };
}
