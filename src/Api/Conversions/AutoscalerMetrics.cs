using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Conversions;

/// <summary>Metrics of an autoscaler in the shape of autoscaling/v2 and in the flatter one that its v1 annotations have.</summary>
internal static class AutoscalerMetrics
{
    public static TreeObject CpuTarget(TreeNumber utilization)
    {
        var target = Of(("type", new TreeText("Utilization")), ("averageUtilization", utilization));
        return Of(("type", new TreeText("Resource")), ("resource", Of(("name", new TreeText("cpu")), ("target", target))));
    }

    public static TreeObject CpuStatus(TreeNumber utilization) => Of(
        ("type", new TreeText("Resource")),
        ("resource", Of(("name", new TreeText("cpu")), ("current", Of(("averageUtilization", utilization))))));

    public static TreeObject SpecToV1(TreeObject metric) => Each(metric, static (kind, source) =>
    {
        var target = source.Object("target") ?? new();
        return Flatten(kind, source, target, "target");
    });

    public static TreeObject StatusToV1(TreeObject metric) => Each(metric, static (kind, source) =>
    {
        var current = source.Object("current") ?? new();
        return Flatten(kind, source, current, "current");
    });

    public static TreeObject SpecToV2(TreeObject metric) => Each(metric, static (kind, source) =>
    {
        var target = Unflatten(kind, source, "target");
        target.Prepend("type", new TreeText(TargetType(kind, target)));
        return Restore(kind, source, "target", target);
    });

    public static TreeObject StatusToV2(TreeObject metric) =>
        Each(metric, static (kind, source) => Restore(kind, source, "current", Unflatten(kind, source, "current")));

    private static TreeObject Each(TreeObject metric, Func<string, TreeObject, TreeObject> convert)
    {
        var result = Of(("type", metric["type"]));
        foreach (var (name, value) in metric)
        {
            if (name != "type" && value is TreeObject source)
                result.Set(name, convert(name, source));
        }

        return result;
    }

    /// <param name="prefix">"target" or "current": what the flat names start with.</param>
    private static TreeObject Flatten(string kind, TreeObject source, TreeObject values, string prefix)
    {
        var metric = source.Object("metric") ?? new();
        var status = prefix == "current";
        return kind switch
        {
            "object" => Of(
                ("target", source["describedObject"]),
                ("metricName", metric["name"]),
                (prefix + "Value", values["value"] ?? Zero),
                ("selector", metric["selector"]),
                ("averageValue", values["averageValue"])),
            "pods" => Of(
                ("metricName", metric["name"]),
                (prefix + "AverageValue", values["averageValue"] ?? Zero),
                ("selector", metric["selector"])),
            "external" => Of(
                ("metricName", metric["name"]),
                ("metricSelector", metric["selector"]),
                (prefix + "Value", values["value"] ?? (status ? Zero : null)),
                (prefix + "AverageValue", values["averageValue"])),
            _ => Of(
                ("name", source["name"]),
                (prefix + "AverageUtilization", values["averageUtilization"]),
                (prefix + "AverageValue", values["averageValue"] ?? (status ? Zero : null)),
                ("container", source["container"])),
        };
    }

    private static TreeObject Unflatten(string kind, TreeObject source, string prefix) => kind switch
    {
        "object" => Of(("value", source[prefix + "Value"]), ("averageValue", source["averageValue"])),
        "pods" => Of(("averageValue", source[prefix + "AverageValue"])),
        "external" => Of(("value", source[prefix + "Value"]), ("averageValue", source[prefix + "AverageValue"])),
        _ => Of(("averageValue", source[prefix + "AverageValue"]), ("averageUtilization", source[prefix + "AverageUtilization"])),
    };

    private static string TargetType(string kind, TreeObject target) => kind switch
    {
        "object" => target.Has("averageValue") ? "AverageValue" : "Value",
        "external" => target.Has("value") ? "Value" : "AverageValue",
        "pods" => "AverageValue",
        _ => target.Has("averageUtilization") ? "Utilization" : "AverageValue",
    };

    private static TreeObject Restore(string kind, TreeObject source, string name, TreeObject values)
    {
        var metric = Of(("name", source["metricName"]), ("selector", source[kind == "external" ? "metricSelector" : "selector"]));
        return kind switch
        {
            "object" when name == "target" => Of(("describedObject", source["target"]), (name, values), ("metric", metric)),
            "object" => Of(("metric", metric), (name, values), ("describedObject", source["target"])),
            "pods" or "external" => Of(("metric", metric), (name, values)),
            _ => Of(("name", source["name"]), (name, values), ("container", source["container"])),
        };
    }

    private static readonly TreeText Zero = new("0");

    private static TreeObject Of(params ReadOnlySpan<(string Name, Tree? Value)> members)
    {
        var result = new TreeObject(members.Length);
        foreach (var (name, value) in members)
        {
            if (value is not null and not TreeNull)
                result.Append(name, value);
        }

        return result;
    }
}
