using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>One entry of metadata.managedFields.</summary>
/// <param name="Time">RFC 3339 in UTC; null: unknown.</param>
/// <param name="Source">The entry as it stands in the object, as long as nothing of it changed.</param>
internal sealed record ManagedEntry(
    string Manager, bool IsApply, string ApiVersion, string Subresource, string? Time, TreeObject Fields, TreeObject? Source = null)
{
    private const string FieldsType = "FieldsV1";

    /// <summary>Null when it is no valid entry.</summary>
    public static ManagedEntry? Read(Tree item)
    {
        if (item is not TreeObject entry || entry.Text("operation") is not ("Apply" or "Update"))
            return null;
        if (entry.Text("apiVersion") is not { Length: > 0 } apiVersion || entry.Text("fieldsType") != FieldsType)
            return null;
        if (entry["fieldsV1"] is not (null or TreeNull or TreeObject))
            return null;

        return new(
            entry.Text("manager") ?? "",
            entry.Text("operation") == "Apply",
            apiVersion,
            entry.Text("subresource") ?? "",
            entry.Text("time"),
            entry.Object("fieldsV1") ?? new TreeObject(0),
            entry);
    }

    /// <summary>The entry that the same manager writes again: an applier keeps one whatever version it uses.</summary>
    public bool IsOf(string manager, bool isApply, string apiVersion, string subresource) =>
        IsApply == isApply && Manager == manager && Subresource == subresource && (isApply || ApiVersion == apiVersion);

    public bool IsSameManager(ManagedEntry other) => IsOf(other.Manager, other.IsApply, other.ApiVersion, other.Subresource);

    public ManagedEntry With(TreeObject fields) => ReferenceEquals(fields, Fields) ? this : this with { Fields = fields, Source = null };

    public TreeObject Write()
    {
        if (Source is not null)
            return Source;

        var entry = new TreeObject(7);
        if (Manager.Length > 0)
            entry.Append("manager", new TreeText(Manager));
        entry.Append("operation", new TreeText(IsApply ? "Apply" : "Update"));
        entry.Append("apiVersion", new TreeText(ApiVersion));
        if (Time is not null)
            entry.Append("time", new TreeText(Time));
        entry.Append("fieldsType", new TreeText(FieldsType));
        entry.Append("fieldsV1", Fields);
        if (Subresource.Length > 0)
            entry.Append("subresource", new TreeText(Subresource));
        return entry;
    }

    /// <summary>Appliers first, then by time, manager, version and subresource.</summary>
    public static int Compare(ManagedEntry left, ManagedEntry right)
    {
        var order = right.IsApply.CompareTo(left.IsApply);
        if (order == 0)
            order = string.CompareOrdinal(left.Time, right.Time);
        if (order == 0)
            order = string.CompareOrdinal(left.Manager, right.Manager);
        if (order == 0)
            order = string.CompareOrdinal(left.ApiVersion, right.ApiVersion);
        return order == 0 ? string.CompareOrdinal(left.Subresource, right.Subresource) : order;
    }

    /// <summary>As messages call the manager.</summary>
    public override string ToString()
    {
        var text = $"\"{Manager}\"";
        if (Subresource.Length > 0)
            text += $" with subresource \"{Subresource}\"";
        return IsApply ? text : $"{text} using {ApiVersion}";
    }
}
