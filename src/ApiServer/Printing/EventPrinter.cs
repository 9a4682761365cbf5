using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

internal static class EventPrinter
{
    public static KindPrinter Instance { get; } = new(
        [
            TableColumn.Text("Last Seen", "How long ago it happened last."),
            TableColumn.Text("Type", "Normal or Warning."),
            TableColumn.Text("Reason", "Why it was reported, in one word."),
            TableColumn.Text("Object", "What it is about."),
            TableColumn.Wide("Subobject", "Which part of it."),
            TableColumn.Wide("Source", "Who reported it."),
            TableColumn.Text("Message", "What happened."),
            TableColumn.Wide("First Seen", "How long ago it happened first."),
            TableColumn.Wide("Count", "How often it happened.", "integer"),
            new("Name", "string", "The name of the event.", 1, "name"),
        ],
        Cells);

    private static void Cells(TreeObject obj, RowWriter row)
    {
        var involved = obj.Object("involvedObject");
        var series = obj.Object("series");
        var first = row.Since(obj.Text("firstTimestamp") ?? obj.Text("eventTime"));
        var last = series is not null ? row.Since(series.Text("lastObservedTime"))
            : obj.Text("lastTimestamp") is { } seen ? row.Since(seen)
            : first;
        var count = series is not null ? Formats.Whole(series, "count") : Math.Max(Formats.Whole(obj, "count"), 1);
        row.Text(last)
            .Text(obj.Text("type"))
            .Text(obj.Text("reason"))
            .Text(Target(involved))
            .Text(involved?.Text("fieldPath"))
            .Text(Source(obj))
            .Text(obj.Text("message")?.Trim())
            .Text(first)
            .Whole(count)
            .Name(obj);
    }

    private static string Target(TreeObject? involved)
    {
        var kind = involved?.Text("kind")?.ToLowerInvariant() ?? "";
        return involved?.Text("name") is { Length: > 0 } name ? $"{kind}/{name}" : kind;
    }

    private static string Source(TreeObject obj)
    {
        var source = obj.Object("source");
        var component = source?.Text("component") is { Length: > 0 } named ? named : obj.Text("reportingComponent") ?? "";
        var host = source?.Text("host") is { Length: > 0 } at ? at : obj.Text("reportingInstance") ?? "";
        return host.Length > 0 ? $"{component}, {host}" : component;
    }
}
