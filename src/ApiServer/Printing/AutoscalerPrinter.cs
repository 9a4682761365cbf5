using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Autoscalers in their second version, which is the stored one.</summary>
internal static class AutoscalerPrinter
{
    private const int ShownMetrics = 2;
    private const string Unknown = "<unknown>";

    public static KindPrinter Instance { get; } = new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Reference", "What is scaled."),
            TableColumn.Text("Targets", "The metrics: what they are and should be."),
            TableColumn.Text("MinPods", "The fewest pods allowed."),
            TableColumn.Text("MaxPods", "The most pods allowed."),
            TableColumn.Text("Replicas", "How many pods there are."),
            TableColumn.Age,
        ],
        Cells);

    private static void Cells(TreeObject obj, RowWriter row)
    {
        var spec = obj.Object("spec");
        var target = spec?.Object("scaleTargetRef");
        row.Name(obj)
            .Text($"{target?.Text("kind")}/{target?.Text("name")}")
            .Text(Metrics(spec, obj.Object("status")), Formats.None)
            .Text(Formats.Scalar(spec, "minReplicas"), Formats.Unset)
            .Whole(Formats.Whole(spec, "maxReplicas"))
            .Whole(Formats.Whole(obj.Object("status"), "currentReplicas"))
            .Age(obj);
    }

    private static string Metrics(TreeObject? spec, TreeObject? status)
    {
        var current = Formats.Objects(status, "currentMetrics").ToList();
        var all = Formats.Objects(spec, "metrics").Select((metric, i) => Metric(metric, i < current.Count ? current[i] : null)).ToList();
        return Formats.WithMore([.. all.Take(ShownMetrics)], all.Count, ", ");
    }

    private static string Metric(TreeObject metric, TreeObject? status)
    {
        var type = metric.Text("type") ?? "";
        if (type.Length == 0)
            return "<unknown type>";

        var member = char.ToLowerInvariant(type[0]) + type[1..];
        var source = metric.Object(member);
        var target = source?.Object("target");
        var current = status?.Object(member, "current");
        return type switch
        {
            "Resource" or "ContainerResource" => $"{source?.Text("name")}: {Resource(target, current)}",
            "Pods" => Pair(target, current, "averageValue"),
            "External" or "Object" => target?.Has("averageValue") == true ? $"{Pair(target, current, "averageValue")} (avg)" : Pair(target, current, "value"),
            _ => "<unknown type>",
        };
    }

    private static string Resource(TreeObject? target, TreeObject? current)
    {
        if (target?.Has("averageValue") == true)
            return Pair(target, current, "averageValue");

        var now = Formats.Scalar(current, "averageUtilization") is { } used ? $"{used}%" : Unknown;
        var wanted = Formats.Scalar(target, "averageUtilization") is { } asked ? $"{asked}%" : "<auto>";
        return $"{now}/{wanted}";
    }

    private static string Pair(TreeObject? target, TreeObject? current, string member) =>
        $"{Formats.Scalar(current, member) ?? Unknown}/{Formats.Scalar(target, member)}";
}
