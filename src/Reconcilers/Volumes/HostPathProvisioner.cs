using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.ControllerRuntime.Events;

namespace CloudletK8s.Reconcilers.Volumes;

/// <summary>
/// Volumes on the disks of nodes. The volume is only described here: the node that first uses it makes the directory, and removes
/// it when the volume goes (docs/storage.md).
/// </summary>
internal static class HostPathProvisioner
{
    public const string Name = "cloudlet.dev/host-path";

    /// <summary>Put on a volume by the node that made its directory, and taken off when the directory is gone.</summary>
    public const string DirectoryFinalizer = "cloudlet.dev/host-path";

    public const string HostnameLabel = "kubernetes.io/hostname";

    /// <summary>The directory on the nodes under which volumes get theirs.</summary>
    private const string PathParameter = "path";

    /// <summary>What the volume is described as: hostPath, or local.</summary>
    private const string TypeParameter = "type";

    private const string DefaultPath = "/var/lib/cloudlet/volumes";

    public static bool Made(PersistentVolume volume) => volume.Annotation(VolumeFacts.ProvisionedBy) == Name;

    public static string VolumeName(PersistentVolumeClaim claim) => $"pvc-{claim.Metadata!.Uid}";

    /// <returns>Null: the class asks for what there is not.</returns>
    /// <param name="node">Where the first pod will run; null: nobody has decided, and the volume may be used anywhere.</param>
    public static PersistentVolume? Make(PersistentVolumeClaim claim, StorageClass storage, Node? node, out string? error)
    {
        error = Error(claim, storage, node);
        if (error is not null)
            return null;

        var name = VolumeName(claim);
        var path = $"{(storage.Parameters?.GetValueOrDefault(PathParameter) ?? DefaultPath).TrimEnd('/')}/{name}";
        var isLocal = storage.Parameters?.GetValueOrDefault(TypeParameter) == "local";
        return new()
        {
            Metadata = new()
            {
                Name = name,
                Annotations = new Dictionary<string, string> { [VolumeFacts.BoundByController] = "yes", [VolumeFacts.ProvisionedBy] = Name },
                Finalizers = storage.ReclaimPolicy is "Retain" ? null : [VolumeFacts.ControllerFinalizer],
            },
            Spec = new()
            {
                Capacity = default(Dictionary<string, Api.Values.Quantity>).Sized(claim.Requested()),
                AccessModes = claim.Spec!.AccessModes,
                VolumeMode = claim.Spec.VolumeMode,
                StorageClassName = storage.Metadata!.Name,
                PersistentVolumeReclaimPolicy = storage.ReclaimPolicy ?? "Delete",
                MountOptions = storage.MountOptions,
                HostPath = isLocal ? null : new() { Path = path, Type = "DirectoryOrCreate" },
                Local = isLocal ? new() { Path = path } : null,
                NodeAffinity = node is null ? null : On(node),
                ClaimRef = EventNote.ReferenceTo(claim),
            },
        };
    }

    /// <summary>The node whose disk holds the volume, by its host name; null: any.</summary>
    public static string? Host(PersistentVolume volume) =>
        volume.Spec?.NodeAffinity?.Required?.NodeSelectorTerms is [{ MatchExpressions: [{ Key: HostnameLabel, Values: [var host] }] }] ? host : null;

    private static string? Error(PersistentVolumeClaim claim, StorageClass storage, Node? node)
    {
        foreach (var (name, value) in storage.Parameters ?? new Dictionary<string, string>())
        {
            if (name == PathParameter ? !value.StartsWith('/') || value.Split('/').Contains("..") : name != TypeParameter || value is not ("local" or "hostPath"))
                return $"invalid parameter {name}={value}: there are path, an absolute path, and type, hostPath or local";
        }

        if (claim.Spec?.VolumeMode == "Block")
            return $"{Name} does not provide raw block volumes";
        if (claim.Spec?.Selector is not null)
            return "claim.Spec.Selector is not supported";
        if (claim.Spec?.DataSource is not null || claim.Spec?.DataSourceRef is not null)
            return $"{Name} does not copy from data sources";
        return node is null && storage.Parameters?.GetValueOrDefault(TypeParameter) == "local"
            ? "local volumes need a node: set the class's volumeBindingMode to WaitForFirstConsumer" : null;
    }

    private static VolumeNodeAffinity On(Node node) => new()
    {
        Required = new()
        {
            NodeSelectorTerms =
            [
                new()
                {
                    MatchExpressions =
                    [
                        new() { Key = HostnameLabel, Operator = "In", Values = [node.Metadata!.Labels?.GetValueOrDefault(HostnameLabel) ?? node.Metadata.Name!] },
                    ],
                },
            ],
        },
    };
}
