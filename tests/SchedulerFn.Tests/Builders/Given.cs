using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Tests.Builders;

/// <summary>A cluster from texts, and what becomes of a pod in it.</summary>
internal sealed class Given
{
    public Given(string nodes, string pods = "", string storage = "", SchedulerProfile? profile = null)
    {
        foreach (var node in NodeText.Read(nodes))
            State.Apply(node);
        foreach (var made in StorageText.Read(storage))
            StorageText.Apply(State, made);
        foreach (var pod in PodText.Read(pods))
            State.Apply(pod);
        Engine = new(State, new SchedulerConfiguration { Profiles = [profile ?? new SchedulerProfile()] }, new Random(1));
    }

    public ClusterState State { get; } = new();

    public Engine Engine { get; }

    public Placement Schedule(string pod) => Engine.Schedule(State.Compiler.Compile(PodText.One($"new {pod}")));

    public PlacementExplanation Explain(string pod) => Engine.Explain(State.Compiler.Compile(PodText.One($"new {pod}")));

    /// <summary>The nodes that could run the pod, or why none can: the message up to what is said of preemption.</summary>
    public string Outcome(string pod)
    {
        var explained = Explain(pod);
        if (explained.Placement is Placement.Unschedulable { Diagnosis: var diagnosis })
            return (diagnosis with { Preemption = PreemptionOutcome.NotTried.Instance }).Message;

        return string.Join(' ', explained.Nodes.Where(node => node.RefusedBy is null).Select(node => node.Node));
    }

    /// <summary>What one plugin scores each node that could run the pod: "a=100 b=0".</summary>
    public string Scores(string plugin, string pod) => string.Join(' ', Explain(pod).Nodes
        .Where(node => node.RefusedBy is null)
        .Select(node => $"{node.Node}={node.Scores.FirstOrDefault(score => score.Plugin == plugin).Score}"));

    /// <summary>Where room would be made and of whom ("a: old1 old2, 1 over budget"), or why none can.</summary>
    public string Preemption(string pod)
    {
        if (Schedule(pod) is not Placement.Unschedulable refused)
            return "fits";

        return refused.Diagnosis.Preemption switch
        {
            PreemptionOutcome.Proposal proposal => $"{proposal.Node}: {string.Join(' ', proposal.Victims.Select(victim => victim.Name))}"
                + (proposal.ViolatedBudgets > 0 ? $", {proposal.ViolatedBudgets} over budget" : "")
                + (proposal.LosingNomination.Count > 0 ? $", {proposal.LosingNomination[0].Name} loses its place" : ""),
            PreemptionOutcome.Impossible impossible => impossible.Reason,
            _ => "not tried",
        };
    }

    public Given WithBudgets(string budgets)
    {
        foreach (var text in Words.Objects(budgets))
        {
            var words = Words.Split(text).ToArray();
            State.Apply(new Api.Policy.V1.PodDisruptionBudget
            {
                Metadata = new() { Name = words[0], Namespace = "default" },
                Spec = new() { Selector = Words.Selector(words[1]) },
                Status = new()
                {
                    DisruptionsAllowed = int.Parse(words[2]),
                    DisruptedPods = words.Skip(3).ToDictionary(name => name, _ => DateTimeOffset.UnixEpoch),
                },
            });
        }

        return this;
    }
}
