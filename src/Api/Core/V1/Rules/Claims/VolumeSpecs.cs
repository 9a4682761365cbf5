using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>The part of a persistent volume's spec that says where the storage is.</summary>
internal static class VolumeSpecs
{
    private static readonly HashSet<string> Common =
    [
        "capacity", "accessModes", "claimRef", "persistentVolumeReclaimPolicy", "storageClassName", "mountOptions", "volumeMode",
        "nodeAffinity", "volumeAttributesClassName",
    ];

    public static TreeObject Source(TreeObject? spec)
    {
        var source = new TreeObject();
        foreach (var (name, value) in spec ?? new(0))
        {
            if (!Common.Contains(name))
                source.Append(name, value);
        }

        return source;
    }
}
