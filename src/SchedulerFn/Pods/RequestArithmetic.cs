using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Values;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>
/// What a pod asks for in sum. While a container is resized in place, the larger of what is wanted, what was granted and what it
/// runs with counts; a resize that cannot be done leaves what it has.
/// </summary>
internal static class RequestArithmetic
{
    private const long DefaultMilliCpu = 100;
    private const long DefaultMemory = 200 << 20;

    // Sums of thousands of the largest amounts stay far from overflowing. No node offers that much, so a pod that asks for more than
    // this still asks for too much.
    private const long Most = 1L << 50;
    private const long MostOffered = Most - 1;
    private static readonly Dictionary<string, Quantity> Nothing = [];

    public static PodRequests Of(Pod pod)
    {
        if (pod.Spec is not { } spec)
            return PodRequests.None;

        if (IsResized(pod.Status))
            spec = spec with { Containers = Resized(spec.Containers, pod.Status, pod.Status!.ContainerStatuses), InitContainers = Resized(spec.InitContainers, pod.Status, pod.Status.InitContainerStatuses) };

        var sum = PodResources.Requests(spec);
        var scored = NamesAll(spec) ? sum : PodResources.Requests(spec with { Containers = WithDefaults(spec.Containers), InitContainers = WithDefaults(spec.InitContainers) });
        return new()
        {
            MilliCpu = Asked(sum, "cpu"),
            Memory = Asked(sum, "memory"),
            EphemeralStorage = Asked(sum, "ephemeral-storage"),
            ScoredMilliCpu = Asked(scored, "cpu"),
            ScoredMemory = Asked(scored, "memory"),
            Others = Others(sum),
        };
    }

    /// <summary>What a node offers, in the unit that scheduling counts the resource in.</summary>
    public static long Offered(IReadOnlyDictionary<string, Quantity> amounts, string name) => Math.Min(Amount(amounts, name), MostOffered);

    /// <summary>Nobody gives anything back by asking for less than nothing.</summary>
    private static long Asked(Dictionary<string, Quantity> amounts, string name) => Math.Max(0, Amount(amounts, name));

    private static long Amount(IReadOnlyDictionary<string, Quantity> amounts, string name) =>
        amounts.TryGetValue(name, out var quantity) ? Math.Clamp(name == "cpu" ? quantity.MilliValue() : quantity.Value(), -Most, Most) : 0;

    private static IReadOnlyList<ResourceAmount> Others(Dictionary<string, Quantity> sum)
    {
        List<ResourceAmount>? others = null;
        foreach (var (name, quantity) in sum)
        {
            if (name is not ("cpu" or "memory" or "ephemeral-storage") && Math.Clamp(quantity.Value(), 0, Most) is var amount and not 0)
                (others ??= []).Add(new(name, amount));
        }

        others?.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return others ?? (IReadOnlyList<ResourceAmount>)[];
    }

    private static bool NamesAll(PodSpec spec) => (spec.Containers ?? []).All(Names) && (spec.InitContainers ?? []).All(Names);

    private static bool Names(Container container) =>
        container.Resources?.Requests is { } requests && requests.ContainsKey("cpu") && requests.ContainsKey("memory");

    private static IReadOnlyList<Container>? WithDefaults(IReadOnlyList<Container>? containers) => containers is null ? null : [.. containers.Select(WithDefaults)];

    private static Container WithDefaults(Container container)
    {
        if (Names(container))
            return container;

        var requests = new Dictionary<string, Quantity>(container.Resources?.Requests ?? Nothing);
        requests.TryAdd("cpu", Quantity.OfMilli(DefaultMilliCpu));
        requests.TryAdd("memory", Quantity.Of(DefaultMemory));
        return container with { Resources = (container.Resources ?? new()) with { Requests = requests } };
    }

    private static bool IsResized(PodStatus? status) => (status?.ContainerStatuses ?? []).Any(IsResized) || (status?.InitContainerStatuses ?? []).Any(IsResized);

    private static bool IsResized(ContainerStatus status) => status.Resources is not null;

    private static IReadOnlyList<Container>? Resized(IReadOnlyList<Container>? containers, PodStatus? status, IReadOnlyList<ContainerStatus>? statuses) =>
        containers is null ? null : [.. containers.Select(container => Resized(container, status, (statuses ?? []).FirstOrDefault(one => one.Name == container.Name)))];

    private static Container Resized(Container container, PodStatus? status, ContainerStatus? running)
    {
        if (running?.Resources is not { } has)
            return container;

        var most = new Dictionary<string, Quantity>(has.Requests ?? Nothing);
        RaiseTo(most, running.AllocatedResources);
        if (status?.Resize != "Infeasible")
            RaiseTo(most, container.Resources?.Requests);
        return container with { Resources = (container.Resources ?? new()) with { Requests = most } };
    }

    private static void RaiseTo(Dictionary<string, Quantity> most, IReadOnlyDictionary<string, Quantity>? other)
    {
        foreach (var (name, amount) in other ?? Nothing)
        {
            if (!most.TryGetValue(name, out var before) || amount > before)
                most[name] = amount;
        }
    }
}
