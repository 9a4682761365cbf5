using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.Reconcilers.Autoscaling.Metrics;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.Scales;
using HorizontalPodAutoscaler = CloudletK8s.Api.Autoscaling.V2.HorizontalPodAutoscaler;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>Puts together what an autoscaler's decision depends on.</summary>
internal sealed class AutoscalerReader(ObjectCache<Pod> pods, ScaleTargets targets, IMetricsReader metrics, SharedSelectors selectors)
{
    public async ValueTask<(AutoscalerView View, KindInfo? Target)> Read(
        HorizontalPodAutoscaler hpa, ScalingMemory memory, CancellationToken cancellationToken)
    {
        var name = ObjectName.Of(hpa);
        var reference = hpa.Spec?.ScaleTargetRef ?? new();
        if (await targets.Find(reference.ApiVersion, reference.Kind, cancellationToken) is not { } kind)
            return (Unscaled($"no matches for kind \"{reference.Kind}\" in version \"{reference.ApiVersion}\""), null);

        var answer = await targets.Get(kind, new(name.Namespace, reference.Name ?? ""), cancellationToken);
        if (answer.Scale is not { } scale)
            return (Unscaled(answer.Refusal?.Message ?? ""), null);

        var (selector, problem) = Selector(scale);
        List<Pod> selected = selector is null ? [] : [.. PodIndexes.Selected(pods, name.Namespace, selector)];
        if (selector is not null && selectors.Clash(name, selector, selected) is { } others)
            problem = new("AmbiguousSelector", Ambiguous(selector, others), "AmbiguousSelector", Ambiguous(selector, others));

        var inputs = new List<MetricInput>();
        if (problem is null && (scale.Spec?.Replicas ?? 0) > 0)
        {
            foreach (var spec in hpa.Spec?.Metrics ?? [])
                inputs.Add(await Measure(spec, name.Namespace, selector!, cancellationToken));
        }
        else if (problem is null)
        {
            // Only what does not come from pods can bring a target back from zero.
            foreach (var spec in (hpa.Spec?.Metrics ?? []).Where(spec => spec.Type is "Object" or "External"))
                inputs.Add(await Measure(spec, name.Namespace, selector!, cancellationToken));
        }

        return (new(hpa, scale, null, problem, selected, inputs, memory), kind);

        AutoscalerView Unscaled(string error) => new(hpa, null, error, null, [], [], memory);
    }

    private async ValueTask<MetricInput> Measure(MetricSpec spec, string inNamespace, LabelRequirements selector, CancellationToken cancellationToken)
    {
        switch (spec)
        {
            case { Type: "Resource", Resource: { } source }:
                return OfPods(await metrics.OfResource(source.Name ?? "", inNamespace, selector, null, cancellationToken));
            case { Type: "ContainerResource", ContainerResource: { } source }:
                return OfPods(await metrics.OfResource(source.Name ?? "", inNamespace, selector, source.Container, cancellationToken));
            case { Type: "Pods", Pods: { } source }:
                return OfPods(await metrics.OfPods(source.Metric ?? new(), inNamespace, selector, cancellationToken));
            case { Type: "Object", Object: { } source }:
                return OfValues(await metrics.OfObject(source.Metric ?? new(), inNamespace, source.DescribedObject ?? new(), cancellationToken));
            case { Type: "External", External: { } source }:
                return OfValues(await metrics.OfOutside(source.Metric ?? new(), inNamespace, cancellationToken));
            default:
                return new(spec, null, null, null);
        }

        MetricInput OfPods(MetricReading<Dictionary<string, PodSample>> reading) => new(spec, reading.Value, null, reading.Error);
        MetricInput OfValues(MetricReading<long[]> reading) => new(spec, null, reading.Value, reading.Error);
    }

    private static (LabelRequirements? Selector, SelectorProblem? Problem) Selector(Scale scale)
    {
        if (scale.Status?.Selector is not { Length: > 0 } text)
            return (null, new("SelectorRequired", "selector is required", "InvalidSelector", "the HPA target's scale is missing a selector"));
        if (LabelRequirements.TryParse(text, out var selector, out var error))
            return (selector, null);

        var message = $"couldn't convert selector into a corresponding internal selector object: {error}";
        return (null, new("InvalidSelector", message, "InvalidSelector", message));
    }

    private static string Ambiguous(LabelRequirements selector, IReadOnlyList<ObjectName> others) =>
        $"pods by selector {selector} are controlled by multiple HPAs: [{string.Join(' ', others)}]";
}
