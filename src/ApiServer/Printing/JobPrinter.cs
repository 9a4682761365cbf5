using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

internal static class JobPrinter
{
    public static KindPrinter Instance { get; } = new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Status", "How far the job is."),
            TableColumn.Text("Completions", "How many pods have succeeded, of those that must."),
            TableColumn.Text("Duration", "How long the job took, or has been running."),
            TableColumn.Age,
            .. WorkloadPrinters.TemplateColumns,
        ],
        Cells);

    private static void Cells(TreeObject obj, RowWriter row)
    {
        var spec = obj.Object("spec");
        row.Name(obj)
            .Text(Status(obj))
            .Text(Completions(spec, Formats.Whole(obj.Object("status"), "succeeded")))
            .Text(Duration(obj.Object("status"), row))
            .Age(obj)
            .Template(spec)
            .Text(Formats.Selector(spec?.Object("selector")));
    }

    private static string Status(TreeObject obj)
    {
        var status = obj.Object("status");
        return Formats.IsTrue(status, "Complete") ? "Complete"
            : Formats.IsTrue(status, "Failed") ? "Failed"
            : Formats.IsDeleted(obj) ? "Terminating"
            : Formats.IsTrue(status, "Suspended") ? "Suspended"
            : Formats.IsTrue(status, "FailureTarget") ? "FailureTarget"
            : "Running";
    }

    private static string Completions(TreeObject? spec, long succeeded)
    {
        if (spec?.Whole("completions") is { } completions)
            return $"{succeeded}/{completions}";

        // A work queue: one success is enough, of as many pods as run at a time.
        var parallelism = Formats.Whole(spec, "parallelism");
        return parallelism > 1 ? $"{succeeded}/1 of {parallelism}" : $"{succeeded}/1";
    }

    private static string Duration(TreeObject? status, RowWriter row)
    {
        if (RowWriter.Parse(status?.Text("startTime")) is not { } started)
            return "";

        return RowWriter.Parse(status?.Text("completionTime")) is { } completed ? HumanDuration.Of(completed - started) : row.Since(started);
    }
}
