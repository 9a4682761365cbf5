using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

internal static class VolumeWarnings
{
    public const string MountOptions = "volume.beta.kubernetes.io/mount-options";
    public const string StorageClass = "volume.beta.kubernetes.io/storage-class";

    private static readonly (string Source, string Warning)[] Retired =
    [
        ("photonPersistentDisk", "spec.photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+"),
        ("scaleIO", "spec.scaleIO: deprecated in v1.16, non-functional in v1.22+"),
        ("storageos", "spec.storageOS: deprecated in v1.22, non-functional in v1.25+"),
        ("glusterfs", "spec.glusterfs: deprecated in v1.25, non-functional in v1.26+"),
        ("cephfs", "spec.cephfs: deprecated in v1.28, non-functional in v1.31+"),
        ("rbd", "spec.rbd: deprecated in v1.28, non-functional in v1.31+"),
    ];

    public static void CollectForVolume(TreeObject volume, IList<string> warnings)
    {
        var annotations = volume.Object("metadata", "annotations");
        CollectStorageClass(annotations, warnings);
        if (annotations?.Has(MountOptions) == true)
            warnings.Add($"metadata.annotations[{MountOptions}]: deprecated since v1.31; use \"mountOptions\" attribute instead");

        if (volume.Object("spec") is not { } spec)
            return;

        if (spec.Text("persistentVolumeReclaimPolicy") == "Recycle")
            warnings.Add("spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.");
        foreach (var (source, warning) in Retired)
        {
            if (spec.Has(source))
                warnings.Add(warning);
        }
    }

    public static void CollectForClaim(TreeObject claim, IList<string> warnings)
    {
        CollectStorageClass(claim.Object("metadata", "annotations"), warnings);
        if (claim.Object("spec", "resources")?.Object("requests")?.Text("storage") is { } text
            && Quantity.TryParse(text, out var size) && size.MilliValue() % 1000 != 0)
        {
            warnings.Add($"spec.resources.requests[storage]: fractional byte value \"{size}\" is invalid, must be an integer");
        }
    }

    private static void CollectStorageClass(TreeObject? annotations, IList<string> warnings)
    {
        if (annotations?.Has(StorageClass) == true)
            warnings.Add($"metadata.annotations[{StorageClass}]: deprecated since v1.8; use \"storageClassName\" attribute instead");
    }
}
