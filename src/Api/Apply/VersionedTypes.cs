using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>Objects and their types in the versions that entries were written in. Without a converter all versions have one shape.</summary>
internal sealed class VersionedTypes(ApplyType type, string apiVersion, IObjectVersions? versions)
{
    public bool AreOneShape => versions is null;

    /// <summary>Null when the version is not served.</summary>
    public (TreeObject Object, ApplyType Type)? In(string version, TreeObject obj)
    {
        if (versions is null || (version == apiVersion && IsIn(version, obj)))
            return (obj, type);
        return versions.TryConvert(obj, version, out var converted, out var schema) ? (converted, ApplyType.Of(schema)) : null;
    }

    private static bool IsIn(string version, TreeObject obj) => obj.Text("apiVersion") is not { } own || own == version;
}
