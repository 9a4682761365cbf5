using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Pods;

/// <summary>
/// The quality-of-service class. Guaranteed: every container limits processor and memory and requests just that.
/// Best effort: nobody asks for anything. Burstable: the rest.
/// </summary>
public static class PodQuality
{
    public const string Guaranteed = "Guaranteed";
    public const string Burstable = "Burstable";
    public const string BestEffort = "BestEffort";

    public static string Of(PodSpec spec)
    {
        var count = new Count();
        if (spec.Resources is { } resources && (resources.Requests is { Count: > 0 } || resources.Limits is { Count: > 0 }))
        {
            count.Add(resources);
            return count.Class;
        }

        foreach (var container in spec.Containers ?? [])
            count.Add(container.Resources);
        foreach (var container in spec.InitContainers ?? [])
            count.Add(container.Resources);
        return count.Class;
    }

    /// <summary>The same for a pod's tree.</summary>
    public static string Of(TreeObject spec)
    {
        var count = new Count();
        if (spec.Object("resources") is { } resources && (resources.Object("requests") is { Count: > 0 } || resources.Object("limits") is { Count: > 0 }))
        {
            count.Add(resources);
            return count.Class;
        }

        AddAll(spec.List("containers"), ref count);
        AddAll(spec.List("initContainers"), ref count);
        return count.Class;
    }

    private static void AddAll(TreeList? containers, ref Count count)
    {
        for (var i = 0; i < containers?.Count; i++)
            count.Add((containers[i] as TreeObject)?.Object("resources"));
    }

    /// <summary>Sums over containers; absent and zero amounts count as none.</summary>
    private struct Count
    {
        private Quantity _cpuRequests;
        private Quantity _memoryRequests;
        private Quantity _cpuLimits;
        private Quantity _memoryLimits;
        private bool _anyRequest;
        private bool _unlimited;

        public readonly string Class
        {
            get
            {
                if (!_anyRequest && _cpuLimits.IsZero && _memoryLimits.IsZero)
                    return BestEffort;

                return !_unlimited && _cpuRequests.CompareTo(_cpuLimits) == 0 && _memoryRequests.CompareTo(_memoryLimits) == 0 ? Guaranteed : Burstable;
            }
        }

        public void Add(ResourceRequirements? resources) => Add(
            Amount(resources?.Requests, "cpu"),
            Amount(resources?.Requests, "memory"),
            Amount(resources?.Limits, "cpu"),
            Amount(resources?.Limits, "memory"));

        public void Add(TreeObject? resources)
        {
            var requests = resources?.Object("requests");
            var limits = resources?.Object("limits");
            Add(Amount(requests, "cpu"), Amount(requests, "memory"), Amount(limits, "cpu"), Amount(limits, "memory"));
        }

        private static Quantity Amount(IReadOnlyDictionary<string, Quantity>? amounts, string name) =>
            amounts is not null && amounts.TryGetValue(name, out var amount) ? amount : default;

        private static Quantity Amount(TreeObject? amounts, string name) =>
            amounts?.Text(name) is { } text && Quantity.TryParse(text, out var amount) ? amount : default;

        private void Add(Quantity cpuRequest, Quantity memoryRequest, Quantity cpuLimit, Quantity memoryLimit)
        {
            Sum(ref _cpuRequests, cpuRequest, request: true);
            Sum(ref _memoryRequests, memoryRequest, request: true);
            Sum(ref _cpuLimits, cpuLimit, request: false);
            Sum(ref _memoryLimits, memoryLimit, request: false);
            _unlimited |= cpuLimit.Sign <= 0 || memoryLimit.Sign <= 0;
        }

        private void Sum(ref Quantity sum, Quantity amount, bool request)
        {
            if (amount.Sign <= 0)
                return;

            sum += amount;
            _anyRequest |= request;
        }
    }
}
