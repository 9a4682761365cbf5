using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

internal static class NodePrinter
{
    private const string RolePrefix = "node-role.kubernetes.io/";
    private const string RoleLabel = "kubernetes.io/role";
    private const string Unknown = "<unknown>";

    public static KindPrinter Instance { get; } = new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Status", "Whether the node is ready, and takes new pods."),
            TableColumn.Text("Roles", "What the node is for."),
            TableColumn.Age,
            TableColumn.Text("Version", "The version of the node's agent."),
            TableColumn.Wide("Internal-IP", "Its address inside the cluster."),
            TableColumn.Wide("External-IP", "Its address outside the cluster."),
            TableColumn.Wide("OS-Image", "Its operating system."),
            TableColumn.Wide("Kernel-Version", "The version of its kernel."),
            TableColumn.Wide("Container-Runtime", "What runs its containers."),
        ],
        Cells);

    private static void Cells(TreeObject obj, RowWriter row)
    {
        var status = obj.Object("status");
        var info = status?.Object("nodeInfo");
        row.Name(obj)
            .Text(Status(obj))
            .Text(Roles(obj.Object("metadata", "labels")), Formats.None)
            .Age(obj)
            .Text(info?.Text("kubeletVersion"))
            .Text(Address(status, "InternalIP"), Formats.None)
            .Text(Address(status, "ExternalIP"), Formats.None)
            .Text(info?.Text("osImage"), Unknown)
            .Text(info?.Text("kernelVersion"), Unknown)
            .Text(info?.Text("containerRuntimeVersion"), Unknown);
    }

    private static string Status(TreeObject obj)
    {
        var ready = Formats.Condition(obj.Object("status"), "Ready")?.Text("status") switch
        {
            "True" => "Ready",
            null => "Unknown",
            _ => "NotReady",
        };
        return obj.Object("spec")?.Flag("unschedulable") == true ? $"{ready},SchedulingDisabled" : ready;
    }

    private static string Roles(TreeObject? labels)
    {
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (label, value) in Formats.Pairs(labels))
        {
            if (label.StartsWith(RolePrefix, StringComparison.Ordinal) && label.Length > RolePrefix.Length)
                roles.Add(label[RolePrefix.Length..]);
            else if (label == RoleLabel && value.Length > 0)
                roles.Add(value);
        }

        return string.Join(',', roles);
    }

    private static string? Address(TreeObject? status, string type) =>
        Formats.Objects(status, "addresses").FirstOrDefault(address => address.Text("type") == type)?.Text("address");
}
