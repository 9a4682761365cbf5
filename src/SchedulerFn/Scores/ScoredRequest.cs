using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>One resource that scoring weighs, and how much of it the pod brings.</summary>
/// <param name="WithDefaults">Count 100m and 200Mi for containers that name nothing.</param>
internal readonly record struct ScoredRequest(int Resource, long Amount, long Weight, bool WithDefaults)
{
    public static ScoredRequest[] Of(EvaluationContext context, IReadOnlyList<ScoredResource> resources, bool withDefaults)
    {
        var made = new List<ScoredRequest>();
        foreach (var (name, weight) in resources)
        {
            var requests = context.Shape.Requests;
            var number = context.Nodes.ResourceNumber(name);
            var amount = number switch
            {
                ResourceNames.Cpu => withDefaults ? requests.ScoredMilliCpu : requests.MilliCpu,
                ResourceNames.Memory => withDefaults ? requests.ScoredMemory : requests.Memory,
                ResourceNames.EphemeralStorage => requests.EphemeralStorage,
                _ => requests.Others.FirstOrDefault(other => other.Name == name).Amount,
            };

            // How much there is left of what the pod does not use says nothing about where it should go.
            if (number <= ResourceNames.EphemeralStorage || amount != 0)
                made.Add(new(number, amount, weight, withDefaults && number <= ResourceNames.Memory));
        }

        return [.. made];
    }

    public long Capacity(NodeTable nodes, int slot) => nodes.Allocatable[Resource][slot];

    public long Requested(NodeTable nodes, int slot)
    {
        var used = !WithDefaults ? nodes.Requested[Resource][slot] : Resource == ResourceNames.Cpu ? nodes.ScoredMilliCpu[slot] : nodes.ScoredMemory[slot];
        return used + Amount;
    }
}
