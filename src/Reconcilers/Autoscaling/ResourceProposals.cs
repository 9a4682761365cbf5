using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.Autoscaling.Metrics;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>What the use of processors, memory and the like asks for: a share of what pods request, or an amount for each.</summary>
internal static class ResourceProposals
{
    private const int Whole = 100;

    public static Proposal Of(
        MetricInput input, ResourceTarget target, Scale scale, IReadOnlyList<Pod> pods, DateTimeOffset now, Func<MetricValueStatus, MetricStatus> status)
    {
        var isAmount = target.Target.AverageValue is not null;
        if (!isAmount && target.Target.AverageUtilization is null)
            return Fail("invalid resource metric source: neither an average utilization target nor an average value (usage) target was set");
        if (input.Samples is not { } samples)
            return Fail(Getting($"unable to get metrics for resource {target.Resource}: {input.Error}"));
        if (pods.Count == 0)
            return Fail(Getting("no pods returned by selector while calculating replica count"));

        var groups = PodGroups.Of(pods, samples, target.Resource == "cpu", now);
        string? missing = null;
        var requests = isAmount ? null : PodRequests.Of(pods, target.Resource, target.Container, out missing);
        if (missing is not null)
            return Fail(Getting(missing));
        if (groups.Samples.Count == 0)
            return Fail(Getting("did not receive metrics for any ready pods"));

        var current = scale.Spec?.Replicas ?? 0;
        return (isAmount ? OfAmount(groups, target, current, status) : OfShare(groups, requests!, target, current, status))
            ?? Fail(Getting("no metrics returned matched known pods"));

        string Getting(string message) => $"failed to get {target.Resource} {(isAmount ? "usage" : "utilization")}: {message}";

        Proposal Fail(string message) => Proposal.Failed(
            target.FailureReason, message, $"failed to get {target.Resource} {(target.Container is null ? "resource" : "container")} metric value: ");
    }

    private static Proposal? OfAmount(PodGroups groups, ResourceTarget target, int current, Func<MetricValueStatus, MetricStatus> status)
    {
        var wanted = target.Target.AverageValue!.Value.MilliValue();
        var replicas = ReplicaMath.OfPods(groups, current, known => Sum(known) / known.Count / (double)wanted, _ => wanted);
        return replicas is null ? null : new(replicas.Value, target.Name, status(new() { AverageValue = Average(groups.Samples) }));
    }

    private static Proposal? OfShare(
        PodGroups groups, Dictionary<string, long> requests, ResourceTarget target, int current, Func<MetricValueStatus, MetricStatus> status)
    {
        var wanted = target.Target.AverageUtilization!.Value;
        var replicas = ReplicaMath.OfPods(
            groups, current, known => Utilization(known, requests) / (double?)wanted, name => requests.GetValueOrDefault(name) * Math.Max(Whole, wanted) / Whole);
        return replicas is null ? null : new(replicas.Value, $"{target.Name} utilization (percentage of request)", status(new()
        {
            AverageUtilization = Utilization(groups.Samples, requests),
            AverageValue = Average(groups.Samples.Where(sample => requests.ContainsKey(sample.Key)).ToDictionary()),
        }));
    }

    /// <summary>In percent; null: nothing is requested.</summary>
    private static int? Utilization(Dictionary<string, PodSample> samples, Dictionary<string, long> requests)
    {
        long used = 0, requested = 0;
        foreach (var (name, sample) in samples)
        {
            if (!requests.TryGetValue(name, out var request))
                continue;

            used += sample.Milli;
            requested += request;
        }

        return requested == 0 ? null : (int)(used * Whole / requested);
    }

    private static long Sum(Dictionary<string, PodSample> samples) => samples.Values.Sum(sample => sample.Milli);

    private static Quantity Average(Dictionary<string, PodSample> samples) => Quantity.OfMilli(Sum(samples) / Math.Max(1, samples.Count));
}
