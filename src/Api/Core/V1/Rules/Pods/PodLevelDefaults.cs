using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>A pod that limits itself as a whole requests what its containers do, or else its limits.</summary>
internal static class PodLevelDefaults
{
    public static void Apply(TreeObject spec)
    {
        if (spec.Object("resources") is not { } resources || resources.Object("limits") is not { Count: > 0 } limits)
            return;

        var requests = resources.Object("requests")?.CloneObject() ?? new();
        foreach (var (name, amount) in PodResources.OfContainers(RecordBinder.Read<PodSpec>(spec), static one => one.Requests))
        {
            if (name is "cpu" or "memory" && !requests.Has(name))
                requests.Set(name, amount.ToString());
        }

        foreach (var (name, amount) in limits)
        {
            if (name is "cpu" or "memory" && !requests.Has(name))
                requests.Set(name, amount);
        }

        if (requests.Count == 0)
            return;

        requests.SortByName();
        resources.Set("requests", requests);
    }
}
