using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Pods;

/// <summary>What a pod asks for in sum: schedulers, quotas and printers count with it.</summary>
public static class PodResources
{
    private static readonly Dictionary<string, Quantity> Nothing = [];

    /// <summary>Requests of the pod, its overhead included.</summary>
    public static Dictionary<string, Quantity> Requests(PodSpec spec, bool withOverhead = true)
    {
        var sum = OfContainers(spec, static resources => resources.Requests);
        Override(sum, spec.Resources?.Requests);
        if (withOverhead)
            Add(sum, spec.Overhead);
        return sum;
    }

    /// <summary>Limits of the pod; overhead counts only where there is a limit.</summary>
    public static Dictionary<string, Quantity> Limits(PodSpec spec, bool withOverhead = true)
    {
        var sum = OfContainers(spec, static resources => resources.Limits);
        Override(sum, spec.Resources?.Limits);
        foreach (var (name, amount) in withOverhead ? spec.Overhead ?? Nothing : Nothing)
        {
            if (sum.TryGetValue(name, out var limit) && !limit.IsZero)
                sum[name] = limit + amount;
        }

        return sum;
    }

    /// <summary>
    /// All main containers and sidecars together, or what the neediest moment of initialization takes: an init container
    /// runs beside the sidecars that were started before it.
    /// </summary>
    public static Dictionary<string, Quantity> OfContainers(PodSpec spec, Func<ResourceRequirements, IReadOnlyDictionary<string, Quantity>?> select)
    {
        var sum = new Dictionary<string, Quantity>();
        foreach (var container in spec.Containers ?? [])
            Add(sum, Of(container, select));

        if (spec.InitContainers is not { Count: > 0 } init)
            return sum;

        var sidecars = new Dictionary<string, Quantity>();
        var most = new Dictionary<string, Quantity>();
        foreach (var container in init)
        {
            var own = Of(container, select);
            if (container.RestartPolicy == "Always")
            {
                Add(sum, own);
                Add(sidecars, own);
                RaiseTo(most, sidecars);
            }
            else
            {
                var beside = new Dictionary<string, Quantity>(sidecars);
                Add(beside, own);
                RaiseTo(most, beside);
            }
        }

        RaiseTo(sum, most);
        return sum;
    }

    private static IReadOnlyDictionary<string, Quantity>? Of(
        Container container, Func<ResourceRequirements, IReadOnlyDictionary<string, Quantity>?> select) =>
        container.Resources is { } resources ? select(resources) : null;

    /// <summary>What is given for the pod as a whole replaces the sum of its containers.</summary>
    private static void Override(Dictionary<string, Quantity> sum, IReadOnlyDictionary<string, Quantity>? podLevel)
    {
        foreach (var (name, amount) in podLevel ?? Nothing)
        {
            if (name is "cpu" or "memory")
                sum[name] = amount;
        }
    }

    private static void Add(Dictionary<string, Quantity> sum, IReadOnlyDictionary<string, Quantity>? more)
    {
        foreach (var (name, amount) in more ?? Nothing)
            sum[name] = sum.TryGetValue(name, out var before) ? before + amount : amount;
    }

    private static void RaiseTo(Dictionary<string, Quantity> most, Dictionary<string, Quantity> other)
    {
        foreach (var (name, amount) in other)
        {
            if (!most.TryGetValue(name, out var before) || amount.CompareTo(before) > 0)
                most[name] = amount;
        }
    }
}
