using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>What one operation knows: the type and version of its objects, and the fields that do not count.</summary>
internal sealed class ManagedWriter(ApplyType type, string apiVersion, FieldSet reset, IObjectVersions? versions)
{
    public string ApiVersion => apiVersion;

    public ApplyType Type => type;

    public FieldSet Reset => reset;

    public FieldDiff Diff(TreeObject? older, TreeObject newer) => FieldDiff.Of(older, newer, type).Without(reset);

    /// <summary>Takes from every entry what was changed or removed by the operation.</summary>
    public void GiveUp(ManagedFields managed, FieldDiff diff, TreeObject? older, TreeObject newer)
    {
        if (diff.IsEmpty && versions is null)
            return;

        var known = new Dictionary<string, FieldDiff?> { [apiVersion] = diff };
        managed.Change(entry =>
        {
            if (!known.TryGetValue(entry.ApiVersion, out var own))
                known[entry.ApiVersion] = own = DiffIn(entry.ApiVersion, diff, older, newer);
            return own is null ? null : Without(entry, own);
        });
    }

    public static ManagedEntry? Without(ManagedEntry entry, FieldDiff diff)
    {
        var fields = FieldsV1.Subtract(entry.Fields, diff.Added);
        fields = fields is null ? null : FieldsV1.Subtract(fields, diff.Modified);
        fields = fields is null ? null : FieldsV1.Subtract(fields, diff.Removed);
        return fields is null ? null : entry.With(fields);
    }

    /// <summary>Null when the version is gone. Versions of the same shape (all without a converter) differ alike.</summary>
    public FieldDiff? DiffIn(string version, FieldDiff diff, TreeObject? older, TreeObject newer)
    {
        if (versions is null || version == apiVersion)
            return diff;
        if (!versions.TryConvert(newer, version, out var newerView, out var schema))
            return null;

        TreeObject? olderView = null;
        if (older is not null && !versions.TryConvert(older, version, out olderView, out schema))
            return null;
        return FieldDiff.Of(olderView, newerView, schema).Without(reset);
    }
}
