using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

internal static class PodPrinter
{
    private static readonly RowCondition Succeeded = new("Succeeded", "The pod has completed successfully.");
    private static readonly RowCondition Failed = new("Failed", "The pod failed.");

    public static KindPrinter Instance { get; } = new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Ready", "How many of the containers are ready."),
            TableColumn.Text("Status", "What the pod as a whole is doing."),
            TableColumn.Text("Restarts", "How often containers were restarted, and when last."),
            TableColumn.Age,
            TableColumn.Wide("IP", "The address of the pod."),
            TableColumn.Wide("Node", "The node that the pod is bound to."),
            TableColumn.Wide("Nominated Node", "The node on which room is being made for the pod."),
            TableColumn.Wide("Readiness Gates", "How many of the further conditions for being ready hold."),
        ],
        Cells)
    {
        Condition = obj => obj.Object("status")?.Text("phase") switch
        {
            "Succeeded" => Succeeded,
            "Failed" => Failed,
            _ => null,
        },
    };

    private static void Cells(TreeObject obj, RowWriter row)
    {
        var spec = obj.Object("spec");
        var status = obj.Object("status");
        var summary = PodSummary.Of(obj);
        var restarts = summary.Restarts > 0 && summary.LastRestart is { } last
            ? $"{summary.Restarts} ({row.Since(last)} ago)"
            : summary.Restarts.ToString(System.Globalization.CultureInfo.InvariantCulture);
        row.Name(obj)
            .Text($"{summary.Ready}/{summary.Total}")
            .Text(summary.Status)
            .Text(restarts)
            .Age(obj)
            .Text(Formats.Objects(status, "podIPs").FirstOrDefault()?.Text("ip") ?? status?.Text("podIP"), Formats.None)
            .Text(spec?.Text("nodeName"), Formats.None)
            .Text(status?.Text("nominatedNodeName"), Formats.None)
            .Text(Gates(spec, status));
    }

    private static string Gates(TreeObject? spec, TreeObject? status)
    {
        var gates = Formats.Count(spec, "readinessGates");
        return gates == 0
            ? Formats.None
            : $"{Formats.Objects(spec, "readinessGates").Count(gate => Formats.IsTrue(status, gate.Text("conditionType") ?? ""))}/{gates}";
    }
}
