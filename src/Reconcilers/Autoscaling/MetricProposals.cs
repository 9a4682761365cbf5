using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>What each kind of metric asks for.</summary>
internal static class MetricProposals
{
    private const string NoPods = "no pods returned by selector while calculating replica count";

    public static Proposal Of(MetricInput input, Scale scale, IReadOnlyList<Pod> pods, DateTimeOffset now) => input.Spec switch
    {
        { Type: "Resource", Resource: { } source } => ResourceProposals.Of(
            input, new(source.Name ?? "", null, source.Target ?? new()), scale, pods, now,
            current => new() { Type = "Resource", Resource = new() { Name = source.Name, Current = current } }),
        { Type: "ContainerResource", ContainerResource: { } source } => ResourceProposals.Of(
            input, new(source.Name ?? "", source.Container, source.Target ?? new()), scale, pods, now,
            current => new() { Type = "ContainerResource", ContainerResource = new() { Name = source.Name, Container = source.Container, Current = current } }),
        { Type: "Pods", Pods: { } source } => OfPods(input, source, scale, pods, now),
        { Type: "Object", Object: { } source } => OfObject(input, source, scale, pods),
        { Type: "External", External: { } source } => OfOutside(input, source, scale, pods),
        _ => Proposal.Failed("InvalidMetricSourceType", $"unknown metric source type {GoQuote.Text(input.Spec.Type ?? "")}", ""),
    };

    private static Proposal OfPods(MetricInput input, PodsMetricSource source, Scale scale, IReadOnlyList<Pod> pods, DateTimeOffset now)
    {
        var target = source.Target?.AverageValue?.MilliValue() ?? 0;
        if (input.Samples is not { } samples)
            return Fail($"unable to get metric {source.Metric?.Name}: {input.Error}");
        if (pods.Count == 0)
            return Fail(NoPods);

        var groups = PodGroups.Of(pods, samples, isProcessor: false, now);
        if (groups.Samples.Count == 0)
            return Fail("did not receive metrics for any ready pods");

        var replicas = ReplicaMath.OfPods(groups, Wanted(scale), known => Average(known) / (double)target, _ => target)!.Value;
        var average = Average(groups.Samples);
        return new(replicas, $"pods metric {source.Metric?.Name}", new()
        {
            Type = "Pods",
            Pods = new() { Metric = source.Metric, Current = new() { AverageValue = Quantity.OfMilli(average) } },
        });

        static Proposal Fail(string message) => Proposal.Failed("FailedGetPodsMetric", message, "failed to get pods metric value: ");
    }

    private static Proposal OfObject(MetricInput input, ObjectMetricSource source, Scale scale, IReadOnlyList<Pod> pods)
    {
        if (input.Values is not [var load, ..])
            return Fail($"unable to get metric {source.Metric?.Name}: {source.DescribedObject?.Kind} on {scale.Metadata?.Namespace} {source.DescribedObject?.Name}/{input.Error}");

        if (source.Target is { Type: "AverageValue", AverageValue: { } each })
        {
            return new(
                ReplicaMath.OfEach(load, each.MilliValue(), Present(scale)),
                $"external metric {source.Metric?.Name}({MetricText.Of(source.Metric?.Selector)})",
                Status(new() { AverageValue = Share(load, Present(scale)) }));
        }

        if (ReplicaMath.OfShared(load / (double)(source.Target?.Value?.MilliValue() ?? 0), Wanted(scale), pods) is not { } replicas)
            return Fail($"unable to calculate ready pods: {NoPods}");

        return new(replicas, $"{source.DescribedObject?.Kind} metric {source.Metric?.Name}", Status(new() { Value = Quantity.OfMilli(load) }));

        MetricStatus Status(MetricValueStatus current) => new()
        {
            Type = "Object",
            Object = new() { DescribedObject = source.DescribedObject, Metric = source.Metric, Current = current },
        };

        static Proposal Fail(string message) => Proposal.Failed("FailedGetObjectMetric", message, "failed to get object metric value: ");
    }

    private static Proposal OfOutside(MetricInput input, ExternalMetricSource source, Scale scale, IReadOnlyList<Pod> pods)
    {
        var metric = source.Metric?.Name ?? "";
        var name = $"external metric {metric}({MetricText.Of(source.Metric?.Selector)})";
        if (input.Values is not { Length: > 0 } values)
            return Fail($"unable to get external metric {scale.Metadata?.Namespace}/{metric}/{MetricText.Of(source.Metric?.Selector)}: {input.Error}");

        var load = values.Sum();
        if (source.Target?.AverageValue is { } each)
            return new(ReplicaMath.OfEach(load, each.MilliValue(), Present(scale)), name, Status(new() { AverageValue = Share(load, Present(scale)) }));
        if (ReplicaMath.OfShared(load / (double)(source.Target?.Value?.MilliValue() ?? 0), Wanted(scale), pods) is not { } replicas)
            return Fail($"unable to calculate ready pods: {NoPods}");

        return new(replicas, name, Status(new() { Value = Quantity.OfMilli(load) }));

        MetricStatus Status(MetricValueStatus current) => new() { Type = "External", External = new() { Metric = source.Metric, Current = current } };

        Proposal Fail(string message) => Proposal.Failed("FailedGetExternalMetric", message, $"failed to get {metric} external metric value: ");
    }

    private static int Wanted(Scale scale) => scale.Spec?.Replicas ?? 0;

    private static int Present(Scale scale) => scale.Status?.Replicas ?? 0;

    private static long Average(Dictionary<string, Metrics.PodSample> samples) => samples.Values.Sum(sample => sample.Milli) / samples.Count;

    private static Quantity Share(long load, int pods) => Quantity.OfMilli(pods == 0 ? load : (long)Math.Ceiling(load / (double)pods));
}
