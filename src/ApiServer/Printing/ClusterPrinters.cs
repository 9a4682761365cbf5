using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Namespaces, configuration, quotas, events and other small kinds.</summary>
internal static class ClusterPrinters
{
    public static IEnumerable<(string Resource, KindPrinter Printer)> All() =>
    [
        ("namespaces", new(
            [TableColumn.NameOf, TableColumn.Text("Status", "Whether the namespace is in use or being deleted."), TableColumn.Age],
            (obj, row) => row.Name(obj).Text(obj.Object("status")?.Text("phase")).Age(obj))),
        ("configmaps", new(
            [TableColumn.NameOf, TableColumn.Text("Data", "How many entries it holds."), TableColumn.Age],
            (obj, row) => row.Name(obj).Whole(Formats.Count(obj, "data") + Formats.Count(obj, "binaryData")).Age(obj))),
        ("secrets", new(
            [TableColumn.NameOf, TableColumn.Text("Type", "What the secret is for."), TableColumn.Text("Data", "How many entries it holds."), TableColumn.Age],
            (obj, row) => row.Name(obj).Text(obj.Text("type")).Whole(Formats.Count(obj, "data")).Age(obj))),
        ("serviceaccounts", new(
            [TableColumn.NameOf, TableColumn.Text("Secrets", "How many secrets belong to it."), TableColumn.Age],
            (obj, row) => row.Name(obj).Whole(Formats.Count(obj, "secrets")).Age(obj))),
        ("events", EventPrinter.Instance),
        ("resourcequotas", Quotas()),
        ("componentstatuses", ComponentStatuses()),
        ("leases.coordination.k8s.io", new(
            [TableColumn.NameOf, TableColumn.Text("Holder", "Who holds the lease."), TableColumn.Age],
            (obj, row) => row.Name(obj).Text(obj.Object("spec")?.Text("holderIdentity")).Age(obj))),
        ("priorityclasses.scheduling.k8s.io", new(
            [
                TableColumn.NameOf,
                TableColumn.Whole("Value", "The priority of its pods."),
                TableColumn.Flag("Global-Default", "Whether it is that of pods that name none."),
                TableColumn.Age,
                TableColumn.Text("PreemptionPolicy", "Whether its pods drive others out."),
            ],
            (obj, row) => row.Name(obj).Whole(Formats.Whole(obj, "value")).Flag(obj.Flag("globalDefault") == true).Age(obj)
                .Text(obj.Text("preemptionPolicy")))),
        ("runtimeclasses.node.k8s.io", new(
            [TableColumn.NameOf, TableColumn.Text("Handler", "The runtime's name on the nodes."), TableColumn.Age],
            (obj, row) => row.Name(obj).Text(obj.Text("handler")).Age(obj))),
        ("poddisruptionbudgets.policy", Budgets()),
        ("horizontalpodautoscalers.autoscaling", AutoscalerPrinter.Instance),
    ];

    private static KindPrinter Quotas() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Request", "What is used of what may be asked for."),
            TableColumn.Text("Limit", "What is used of the allowed limits."),
            TableColumn.Age,
        ],
        (obj, row) => row.Name(obj).Text(Used(obj, limits: false)).Text(Used(obj, limits: true)).Age(obj));

    private static string Used(TreeObject obj, bool limits)
    {
        var used = obj.Object("status", "used");
        return string.Join(", ", Formats.Pairs(obj.Object("status", "hard"))
            .Where(hard => hard.Key.StartsWith("limits.", StringComparison.Ordinal) == limits)
            .Select(hard => $"{hard.Key}: {Formats.Scalar(used, hard.Key) ?? "0"}/{hard.Value}"));
    }

    private static KindPrinter ComponentStatuses() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Status", "Whether the component is healthy."),
            TableColumn.Text("Message", "What it says."),
            TableColumn.Text("Error", "What is wrong."),
        ],
        (obj, row) =>
        {
            var healthy = Formats.Condition(obj, "Healthy");
            row.Name(obj)
                .Text(healthy is null ? "Unknown" : healthy.Text("status") == "True" ? "Healthy" : "Unhealthy")
                .Text(healthy?.Text("message"))
                .Text(healthy?.Text("error"));
        });

    private static KindPrinter Budgets() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Min Available", "How many pods must stay."),
            TableColumn.Text("Max Unavailable", "How many pods may be away."),
            TableColumn.Whole("Allowed Disruptions", "How many pods may go now."),
            TableColumn.Age,
        ],
        (obj, row) => row.Name(obj)
            .Text(Formats.Scalar(obj.Object("spec"), "minAvailable"), "N/A")
            .Text(Formats.Scalar(obj.Object("spec"), "maxUnavailable"), "N/A")
            .Whole(Formats.Whole(obj.Object("status"), "disruptionsAllowed"))
            .Age(obj));
}
