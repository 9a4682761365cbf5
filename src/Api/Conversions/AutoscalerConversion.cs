using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Conversions;

/// <summary>
/// Autoscalers of autoscaling/v1 know one CPU target; whatever else v2 says travels in annotations, and comes back from them.
/// </summary>
public static class AutoscalerConversion
{
    public const string V1 = "autoscaling/v1";
    public const string V2 = "autoscaling/v2";

    private const int DefaultCpuUtilization = 80;
    private const string Metrics = "autoscaling.alpha.kubernetes.io/metrics";
    private const string CurrentMetrics = "autoscaling.alpha.kubernetes.io/current-metrics";
    private const string Conditions = "autoscaling.alpha.kubernetes.io/conditions";
    private const string Behavior = "autoscaling.alpha.kubernetes.io/behavior";

    private static readonly string[] Own = [Metrics, CurrentMetrics, Conditions, Behavior];

    public static TreeObject ToV1(TreeObject tree)
    {
        var result = Start(tree, V1, out var annotations);
        var spec = tree.Object("spec") ?? new();
        var status = tree.Object("status") ?? new();
        result.Set("spec", SpecToV1(spec));
        result.Set("status", StatusToV1(status));

        var others = new TreeList((spec.List("metrics")?.Objects() ?? []).Where(metric => !IsCpuTarget(metric)).Select(AutoscalerMetrics.SpecToV1));
        if (others.Count > 0)
            annotations.Set(Metrics, JsonTreeWriter.ToText(others));
        if (status.List("currentMetrics") is { Count: > 0 } current)
            annotations.Set(CurrentMetrics, JsonTreeWriter.ToText(new TreeList(current.Objects().Select(AutoscalerMetrics.StatusToV1))));
        if (status.List("conditions") is { Count: > 0 } conditions)
            annotations.Set(Conditions, JsonTreeWriter.ToText(conditions));
        if (spec.Object("behavior") is { } behavior)
            annotations.Set(Behavior, JsonTreeWriter.ToText(AutoscalerBehavior.ToAnnotation(behavior)));

        return Finish(result, annotations);
    }

    public static TreeObject ToV2(TreeObject tree)
    {
        var kept = tree.Object("metadata", "annotations");
        var result = Start(tree, V2, out var annotations);
        result.Set("spec", SpecToV2(tree.Object("spec") ?? new(), kept));
        result.Set("status", StatusToV2(tree.Object("status") ?? new(), kept));
        return Finish(result, annotations);
    }

    /// <summary>The object with a copy of its metadata, from which the annotations of earlier conversions are gone.</summary>
    private static TreeObject Start(TreeObject tree, string apiVersion, out TreeObject annotations)
    {
        var metadata = tree.Object("metadata")?.ShallowCopy() ?? new();
        annotations = metadata.Object("annotations")?.ShallowCopy() ?? new();
        foreach (var name in Own)
            annotations.Remove(name);

        var result = new TreeObject(5);
        result.Set("kind", "HorizontalPodAutoscaler");
        result.Set("apiVersion", apiVersion);
        result.Set("metadata", metadata);
        return result;
    }

    private static TreeObject Finish(TreeObject result, TreeObject annotations)
    {
        annotations.SortByName();
        result.Object("metadata")!["annotations"] = annotations.Count > 0 ? annotations : null;
        return result;
    }

    private static TreeObject SpecToV1(TreeObject spec)
    {
        var result = Copy(spec, "scaleTargetRef", "minReplicas", "maxReplicas");
        var cpu = spec.List("metrics")?.Objects().FirstOrDefault(IsCpu);
        result["targetCPUUtilizationPercentage"] = cpu?.Object("resource", "target")?["averageUtilization"];
        return result;
    }

    private static TreeObject StatusToV1(TreeObject status)
    {
        var result = Copy(status, "observedGeneration", "lastScaleTime", "currentReplicas", "desiredReplicas");
        if (!result.Has("currentReplicas"))
            result.Set("currentReplicas", 0);
        if (!result.Has("desiredReplicas"))
            result.Set("desiredReplicas", 0);

        foreach (var metric in status.List("currentMetrics")?.Objects().Where(IsCpu) ?? [])
        {
            if (metric.Object("resource", "current")?["averageUtilization"] is TreeNumber utilization)
                result.Set("currentCPUUtilizationPercentage", utilization);
        }

        return result;
    }

    private static TreeObject SpecToV2(TreeObject spec, TreeObject? kept)
    {
        var result = Copy(spec, "scaleTargetRef", "minReplicas", "maxReplicas");
        var metrics = new TreeList((Kept(kept, Metrics) as TreeList)?.Objects().Select(AutoscalerMetrics.SpecToV2) ?? []);
        if (spec["targetCPUUtilizationPercentage"] is TreeNumber percentage)
            metrics.Add(AutoscalerMetrics.CpuTarget(percentage));
        if (metrics.Count == 0)
            metrics.Add(AutoscalerMetrics.CpuTarget(TreeNumber.Of(DefaultCpuUtilization)));

        result.Set("metrics", metrics);
        if (Kept(kept, Behavior) is TreeObject behavior && AutoscalerBehavior.FromAnnotation(behavior) is { Count: > 0 } rules)
            result.Set("behavior", rules);
        return result;
    }

    private static TreeObject StatusToV2(TreeObject status, TreeObject? kept)
    {
        var result = Copy(status, "observedGeneration", "lastScaleTime", "currentReplicas", "desiredReplicas");
        if (result["currentReplicas"] is { IsZero: true })
            result.Remove("currentReplicas");
        if (!result.Has("desiredReplicas"))
            result.Set("desiredReplicas", 0);

        if (Kept(kept, CurrentMetrics) is TreeList metrics)
            result.Set("currentMetrics", new TreeList(metrics.Objects().Select(AutoscalerMetrics.StatusToV2)));
        else if (status["currentCPUUtilizationPercentage"] is TreeNumber percentage)
            result.Set("currentMetrics", new TreeList([AutoscalerMetrics.CpuStatus(percentage)]));
        else
            result.Set("currentMetrics", TreeNull.Instance);

        if (Kept(kept, Conditions) is TreeList { Count: > 0 } conditions)
            result.Set("conditions", conditions);
        return result;
    }

    /// <summary>What an annotation holds; one that is not what conversion wrote is passed over.</summary>
    private static Tree? Kept(TreeObject? annotations, string name) => annotations?.Text(name) is { } text
        ? JsonTreeReader.ReadAny(System.Text.Encoding.UTF8.GetBytes(text)).Root
        : null;

    private static TreeObject Copy(TreeObject from, params ReadOnlySpan<string> names)
    {
        var result = new TreeObject(names.Length + 2);
        foreach (var name in names)
            result[name] = from[name];
        return result;
    }

    private static bool IsCpu(TreeObject metric) => metric.Text("type") == "Resource" && metric.Object("resource")?.Text("name") == "cpu";

    private static bool IsCpuTarget(TreeObject metric) => IsCpu(metric) && metric.Object("resource", "target")?["averageUtilization"] is TreeNumber;
}
