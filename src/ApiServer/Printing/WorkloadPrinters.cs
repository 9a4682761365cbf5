using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>The kinds that make pods.</summary>
internal static class WorkloadPrinters
{
    private static readonly TableColumn Names = TableColumn.Wide("Containers", "The names of the containers in the template.");
    private static readonly TableColumn Images = TableColumn.Wide("Images", "The images of the containers in the template.");
    private static readonly TableColumn Selector = TableColumn.Wide("Selector", "The labels of the pods that belong to it.");

    public static IEnumerable<(string Resource, KindPrinter Printer)> All() =>
    [
        ("podtemplates", PodTemplates()),
        ("replicationcontrollers", Replicas(spec => Formats.Labels(spec?.Object("selector")))),
        ("replicasets.apps", Replicas(spec => Formats.Selector(spec?.Object("selector")))),
        ("deployments.apps", Deployments()),
        ("statefulsets.apps", StatefulSets()),
        ("daemonsets.apps", DaemonSets()),
        ("jobs.batch", JobPrinter.Instance),
        ("cronjobs.batch", CronJobs()),
        ("controllerrevisions.apps", ControllerRevisions()),
    ];

    /// <summary>Names, images and selector: the last cells of all of them.</summary>
    public static IReadOnlyList<TableColumn> TemplateColumns { get; } = [Names, Images, Selector];

    public static RowWriter Template(this RowWriter row, TreeObject? spec)
    {
        var (names, images) = Formats.Containers(Formats.TemplateSpec(spec));
        return row.Text(names).Text(images);
    }

    private static KindPrinter PodTemplates() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Containers", "The names of the containers."),
            TableColumn.Text("Images", "The images of the containers."),
            TableColumn.Text("Pod Labels", "The labels that pods get."),
        ],
        (obj, row) => row.Name(obj).Template(obj).Text(Formats.Labels(obj.Object("template", "metadata")?.Object("labels"))));

    private static KindPrinter Replicas(Func<TreeObject?, string> selector) => new(
        [
            TableColumn.NameOf,
            TableColumn.Whole("Desired", "How many pods there should be."),
            TableColumn.Whole("Current", "How many pods there are."),
            TableColumn.Whole("Ready", "How many of them are ready."),
            TableColumn.Age,
            .. TemplateColumns,
        ],
        (obj, row) => row.Name(obj)
            .Whole(Formats.Whole(obj.Object("spec"), "replicas"))
            .Whole(Formats.Whole(obj.Object("status"), "replicas"))
            .Whole(Formats.Whole(obj.Object("status"), "readyReplicas"))
            .Age(obj)
            .Template(obj.Object("spec"))
            .Text(selector(obj.Object("spec"))));

    private static KindPrinter Deployments() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Ready", "How many pods are ready, of those that there should be."),
            TableColumn.Whole("Up-to-date", "How many pods are of the current template."),
            TableColumn.Whole("Available", "How many pods have been ready long enough."),
            TableColumn.Age,
            .. TemplateColumns,
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            var status = obj.Object("status");
            row.Name(obj)
                .Text($"{Formats.Whole(status, "readyReplicas")}/{Formats.Whole(spec, "replicas")}")
                .Whole(Formats.Whole(status, "updatedReplicas"))
                .Whole(Formats.Whole(status, "availableReplicas"))
                .Age(obj)
                .Template(spec)
                .Text(Formats.SelectorOrEmpty(spec?.Object("selector")));
        });

    private static KindPrinter StatefulSets() => new(
        [TableColumn.NameOf, TableColumn.Text("Ready", "How many pods are ready, of those that there should be."), TableColumn.Age, Names, Images],
        (obj, row) => row.Name(obj)
            .Text($"{Formats.Whole(obj.Object("status"), "readyReplicas")}/{Formats.Whole(obj.Object("spec"), "replicas")}")
            .Age(obj)
            .Template(obj.Object("spec")));

    private static KindPrinter DaemonSets() => new(
        [
            TableColumn.NameOf,
            TableColumn.Whole("Desired", "How many nodes should run a pod of it."),
            TableColumn.Whole("Current", "How many of them do."),
            TableColumn.Whole("Ready", "On how many the pod is ready."),
            TableColumn.Whole("Up-to-date", "On how many the pod is of the current template."),
            TableColumn.Whole("Available", "On how many the pod has been ready long enough."),
            TableColumn.Text("Node Selector", "The labels of the nodes that it is for."),
            TableColumn.Age,
            .. TemplateColumns,
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            var status = obj.Object("status");
            row.Name(obj)
                .Whole(Formats.Whole(status, "desiredNumberScheduled"))
                .Whole(Formats.Whole(status, "currentNumberScheduled"))
                .Whole(Formats.Whole(status, "numberReady"))
                .Whole(Formats.Whole(status, "updatedNumberScheduled"))
                .Whole(Formats.Whole(status, "numberAvailable"))
                .Text(Formats.Labels(Formats.TemplateSpec(spec)?.Object("nodeSelector")))
                .Age(obj)
                .Template(spec)
                .Text(Formats.Selector(spec?.Object("selector")));
        });

    private static KindPrinter CronJobs() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Schedule", "When jobs are made, in the form of cron."),
            TableColumn.Text("Timezone", "Where the schedule's hours are meant."),
            TableColumn.Flag("Suspend", "Whether no jobs are made for now."),
            TableColumn.Whole("Active", "How many jobs are running."),
            TableColumn.Text("Last Schedule", "How long ago the last job was made."),
            TableColumn.Age,
            .. TemplateColumns,
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            var status = obj.Object("status");
            var job = spec?.Object("jobTemplate", "spec");
            row.Name(obj)
                .Text(spec?.Text("schedule"))
                .Text(spec?.Text("timeZone"), Formats.None)
                .Text(spec?.Flag("suspend") switch
                {
                    true => "True",
                    false => "False",
                    null => Formats.Unset,
                })
                .Whole(Formats.Count(status, "active"))
                .Text(status?.Text("lastScheduleTime") is { } last ? row.Since(last) : Formats.None)
                .Age(obj)
                .Template(job)
                .Text(Formats.Selector(job?.Object("selector")));
        });

    private static KindPrinter ControllerRevisions() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Controller", "Whose revision it is."),
            TableColumn.Whole("Revision", "Its number; the newest is the largest."),
            TableColumn.Age,
        ],
        (obj, row) => row.Name(obj).Text(Controller(obj), Formats.None).Whole(Formats.Whole(obj, "revision")).Age(obj));

    private static string? Controller(TreeObject obj)
    {
        var owner = Formats.Objects(obj.Object("metadata"), "ownerReferences").FirstOrDefault(owner => owner.Flag("controller") == true);
        if (owner is null)
            return null;

        var version = owner.Text("apiVersion") ?? "";
        var slash = version.IndexOf('/');
        var group = slash < 0 ? "" : "." + version[..slash];
        return $"{owner.Text("kind")?.ToLowerInvariant()}{group}/{owner.Text("name")}";
    }
}
