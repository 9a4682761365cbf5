using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Volumes, claims, and what provides them.</summary>
internal static class StoragePrinters
{
    private const string ClassAnnotation = "volume.beta.kubernetes.io/storage-class";

    public static IEnumerable<(string Resource, KindPrinter Printer)> All() =>
    [
        ("persistentvolumes", Volumes()),
        ("persistentvolumeclaims", Claims()),
        ("storageclasses.storage.k8s.io", Classes()),
        ("volumeattachments.storage.k8s.io", Attachments()),
        ("csidrivers.storage.k8s.io", Drivers()),
        ("csinodes.storage.k8s.io", new(
            [TableColumn.NameOf, TableColumn.Whole("Drivers", "How many drivers the node has."), TableColumn.Age],
            (obj, row) => row.Name(obj).Whole(Formats.Count(obj.Object("spec"), "drivers")).Age(obj))),
        ("csistoragecapacities.storage.k8s.io", new(
            [
                TableColumn.NameOf,
                TableColumn.Text("StorageClassName", "The class that the capacity is of."),
                TableColumn.Text("Capacity", "How much room there is."),
            ],
            (obj, row) => row.Name(obj).Text(obj.Text("storageClassName")).Text(Formats.Scalar(obj, "capacity"), Formats.Unset))),
    ];

    private static KindPrinter Volumes() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Capacity", "Its size."),
            TableColumn.Text("Access Modes", "How it can be mounted."),
            TableColumn.Text("Reclaim Policy", "What becomes of it when its claim is gone."),
            TableColumn.Text("Status", "Whether it is bound."),
            TableColumn.Text("Claim", "The claim that it is bound to."),
            TableColumn.Text("StorageClass", "The class that it belongs to."),
            TableColumn.Text("VolumeAttributesClass", "The class of its changeable attributes."),
            TableColumn.Text("Reason", "Why it is in this status."),
            TableColumn.Age,
            TableColumn.Wide("VolumeMode", "Whether it is a file system or a block device."),
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            var status = obj.Object("status");
            var claim = spec?.Object("claimRef");
            row.Name(obj)
                .Text(Formats.Scalar(spec?.Object("capacity"), "storage"), "0")
                .Text(Formats.AccessModes(spec))
                .Text(spec?.Text("persistentVolumeReclaimPolicy"))
                .Text(Phase(obj))
                .Text(claim is null ? "" : $"{claim.Text("namespace")}/{claim.Text("name")}")
                .Text(Class(obj))
                .Text(spec?.Text("volumeAttributesClassName"), Formats.Unset)
                .Text(status?.Text("reason"))
                .Age(obj)
                .Text(spec?.Text("volumeMode"), Formats.Unset);
        });

    private static KindPrinter Claims() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Status", "Whether it is bound."),
            TableColumn.Text("Volume", "The volume that it is bound to."),
            TableColumn.Text("Capacity", "The size of the volume."),
            TableColumn.Text("Access Modes", "How the volume can be mounted."),
            TableColumn.Text("StorageClass", "The class that it asks for."),
            TableColumn.Text("VolumeAttributesClass", "The class of its changeable attributes."),
            TableColumn.Age,
            TableColumn.Wide("VolumeMode", "Whether it is a file system or a block device."),
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            var status = obj.Object("status");
            var volume = spec?.Text("volumeName") ?? "";
            row.Name(obj)
                .Text(Phase(obj))
                .Text(volume)
                .Text(volume.Length == 0 ? "" : Formats.Scalar(status?.Object("capacity"), "storage") ?? "0")
                .Text(volume.Length == 0 ? "" : Formats.AccessModes(status))
                .Text(Class(obj))
                .Text(spec?.Text("volumeAttributesClassName"), Formats.Unset)
                .Age(obj)
                .Text(spec?.Text("volumeMode"), Formats.Unset);
        });

    private static string? Phase(TreeObject obj) => Formats.IsDeleted(obj) ? "Terminating" : obj.Object("status")?.Text("phase");

    private static string? Class(TreeObject obj) =>
        obj.Object("metadata", "annotations")?.Text(ClassAnnotation) ?? obj.Object("spec")?.Text("storageClassName");

    private static KindPrinter Classes() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Provisioner", "What makes the volumes."),
            TableColumn.Text("ReclaimPolicy", "What becomes of a volume when its claim is gone."),
            TableColumn.Text("VolumeBindingMode", "When a volume is made and bound."),
            TableColumn.Text("AllowVolumeExpansion", "Whether volumes can grow."),
            TableColumn.Age,
        ],
        (obj, row) =>
        {
            var annotations = obj.Object("metadata", "annotations");
            var isDefault = annotations?.Text("storageclass.kubernetes.io/is-default-class") == "true"
                || annotations?.Text("storageclass.beta.kubernetes.io/is-default-class") == "true";
            row.Text(obj.Object("metadata")?.Text("name") + (isDefault ? " (default)" : ""))
                .Text(obj.Text("provisioner"))
                .Text(obj.Text("reclaimPolicy"), "Delete")
                .Text(obj.Text("volumeBindingMode"), "Immediate")
                .Flag(obj.Flag("allowVolumeExpansion") == true)
                .Age(obj);
        });

    private static KindPrinter Attachments() => new(
        [
            TableColumn.NameOf,
            new("Attacher", "string", "The driver that attaches the volume.", 0, "name"),
            TableColumn.Text("PV", "The volume."),
            TableColumn.Text("Node", "The node that it is attached to."),
            TableColumn.Flag("Attached", "Whether it is attached."),
            TableColumn.Age,
        ],
        (obj, row) => row.Name(obj)
            .Text(obj.Object("spec")?.Text("attacher"))
            .Text(obj.Object("spec", "source")?.Text("persistentVolumeName"))
            .Text(obj.Object("spec")?.Text("nodeName"))
            .Flag(obj.Object("status")?.Flag("attached") == true)
            .Age(obj));

    private static KindPrinter Drivers() => new(
        [
            TableColumn.NameOf,
            TableColumn.Flag("AttachRequired", "Whether volumes must be attached first."),
            TableColumn.Flag("PodInfoOnMount", "Whether the driver is told of the pod."),
            TableColumn.Flag("StorageCapacity", "Whether the driver tells how much room there is."),
            TableColumn.Text("TokenRequests", "The audiences of the tokens that the driver is given."),
            TableColumn.Flag("RequiresRepublish", "Whether the driver is called again and again."),
            TableColumn.Text("Modes", "How long volumes live."),
            TableColumn.Age,
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            row.Name(obj)
                .Flag(spec?.Flag("attachRequired") ?? true)
                .Flag(spec?.Flag("podInfoOnMount") == true)
                .Flag(spec?.Flag("storageCapacity") == true)
                .Text(string.Join(',', Formats.Objects(spec, "tokenRequests").Select(token => token.Text("audience"))), Formats.Unset)
                .Flag(spec?.Flag("requiresRepublish") == true)
                .Text(string.Join(',', Formats.Texts(spec, "volumeLifecycleModes")), Formats.None)
                .Age(obj);
        });
}
