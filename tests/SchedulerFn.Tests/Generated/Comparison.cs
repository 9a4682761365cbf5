using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Tests.Plain;

namespace CloudletK8s.SchedulerFn.Tests.Generated;

/// <summary>Holds the engine's answer for a pod against the plain one, node by node and number by number.</summary>
internal sealed class Comparison(TwinCluster cluster)
{
    /// <summary>How often each plugin refused a node, and what else was seen: a run that met no hard cases shows nothing.</summary>
    public static void Count(Dictionary<string, int> seen, string what) => seen[what] = seen.GetValueOrDefault(what) + 1;

    public Placement Check(Pod pod, Dictionary<string, int> seen)
    {
        var explained = cluster.Engine.Explain(cluster.State.Compiler.Compile(pod));
        var answers = cluster.Plain.Nodes.ToDictionary(node => node.Metadata!.Name!, node => PlainFilters.AskAmongNominated(cluster.Plain, pod, node));
        Assert.Equal(answers.Keys.Order(StringComparer.Ordinal), explained.Nodes.Select(node => node.Node));
        foreach (var node in explained.Nodes)
        {
            var answer = answers[node.Node];
            Assert.Equal($"{node.Node}: {answer?.Plugin} {string.Join(',', answer?.Reasons ?? [])}", $"{node.Node}: {node.RefusedBy} {string.Join(',', node.Reasons)}");
            Count(seen, answer?.Plugin ?? "passes");
        }

        var feasible = cluster.Plain.Nodes.Where(node => answers[node.Metadata!.Name!] is null).ToList();
        if (feasible.Count > 0)
            CheckScores(pod, explained, feasible, seen);
        else
            CheckRefusal(pod, explained.Placement, answers, seen);
        return explained.Placement;
    }

    private void CheckScores(Pod pod, PlacementExplanation explained, List<Node> feasible, Dictionary<string, int> seen)
    {
        var plain = PlainScores.All(cluster.Plain, pod, feasible);
        var totals = new Dictionary<string, long>();
        for (var i = 0; i < feasible.Count; i++)
        {
            var name = feasible[i].Metadata!.Name!;
            var scores = explained.Nodes.Single(node => node.Node == name).Scores.ToDictionary(score => score.Plugin);
            foreach (var plugin in plain.Keys.Union(scores.Keys))
            {
                var expected = plain.TryGetValue(plugin, out var given) ? given.Scores[i] : 0;
                Assert.Equal($"{name} {plugin}={expected}", $"{name} {plugin}={scores.GetValueOrDefault(plugin).Score}");
                if (expected is not (0 or 100))
                    Count(seen, $"{plugin} scores");
            }

            totals[name] = plain.Values.Sum(score => score.Weight * score.Scores[i]);
        }

        var placed = Assert.IsType<Placement.Placed>(explained.Placement);
        if (pod.Status!.NominatedNodeName is { } nominated && totals.ContainsKey(nominated))
        {
            Assert.Equal(nominated, placed.Node);
            Count(seen, "nominations kept");
            return;
        }

        Assert.Equal(totals.Values.Max(), totals[placed.Node]);
        Assert.Equal(feasible.Count, placed.FeasibleNodes);
        if (feasible.Count > 1)
            Count(seen, "choices");
    }

    private void CheckRefusal(Pod pod, Placement placement, Dictionary<string, PlainAnswer?> answers, Dictionary<string, int> seen)
    {
        var diagnosis = Assert.IsType<Placement.Unschedulable>(placement).Diagnosis;
        if (cluster.State.Compiler.Compile(pod).Shape.RequiredNodes.Names is null)
        {
            var counts = answers.Values.SelectMany(answer => answer!.Reasons).GroupBy(reason => reason).Select(group => $"{group.Count()} {group.Key}").Order(StringComparer.Ordinal);
            Assert.Equal($"0/{answers.Count} nodes are available: {string.Join(", ", counts)}.", (diagnosis with { Preemption = PreemptionOutcome.NotTried.Instance }).Message);
        }

        if (pod.Spec!.PreemptionPolicy == "Never")
        {
            Assert.Equal("not eligible due to preemptionPolicy=Never.", Assert.IsType<PreemptionOutcome.Impossible>(diagnosis.Preemption).Reason);
            return;
        }

        var potential = cluster.Plain.Nodes.Where(node => answers[node.Metadata!.Name!]!.Resolvable).ToList();
        var tried = potential.ToDictionary(node => node.Metadata!.Name!, node => PlainPreemption.Try(cluster.Plain, pod, node));
        if (tried.Values.All(one => one.Found is null))
        {
            var reasons = tried.Values.SelectMany(one => one.Reasons).Concat(Enumerable.Repeat("Preemption is not helpful for scheduling", answers.Count - potential.Count))
                .GroupBy(reason => reason).Select(group => $"{group.Count()} {group.Key}").Order(StringComparer.Ordinal);
            Assert.Equal($"0/{answers.Count} nodes are available: {string.Join(", ", reasons)}.", Assert.IsType<PreemptionOutcome.Impossible>(diagnosis.Preemption).Reason);
            return;
        }

        CheckVictims(pod, Assert.IsType<PreemptionOutcome.Proposal>(diagnosis.Preemption), tried, seen);
    }

    private static void CheckVictims(
        Pod pod, PreemptionOutcome.Proposal proposal, Dictionary<string, (PlainPreemption.Victims? Found, IReadOnlyList<string> Reasons)> tried, Dictionary<string, int> seen)
    {
        var least = tried.Values.Where(one => one.Found is not null).Min(one => PlainPreemption.Cost(one.Found!));
        var chosen = tried[proposal.Node].Found;
        Assert.NotNull(chosen);
        Assert.Equal(least, PlainPreemption.Cost(chosen));
        Assert.Equal(chosen.Pods.Select(victim => victim.Metadata!.Name), proposal.Victims.Select(victim => victim.Name));
        Assert.Equal(chosen.Violations, proposal.ViolatedBudgets);
        Assert.All(proposal.Victims, victim => Assert.True(victim.Priority < (pod.Spec!.Priority ?? 0)));
        Count(seen, "preemptions");
        if (proposal.ViolatedBudgets > 0)
            Count(seen, "violated budgets");
        if (tried.Count(one => one.Value.Found is not null) > 1)
            Count(seen, "preemption choices");
    }
}
