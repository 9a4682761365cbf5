using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>The members of a strategic merge patch that say what to do instead of what to hold.</summary>
internal static class Directives
{
    public const string Marker = "$patch";
    public const string Replace = "replace";
    public const string Delete = "delete";
    public const string Merge = "merge";
    public const string RetainKeys = "$retainKeys";
    private const string DeleteFromList = "$deleteFromPrimitiveList";
    private const string ElementOrder = "$setElementOrder";

    public static bool IsDeleteFromList(string name) => name.StartsWith(DeleteFromList, StringComparison.Ordinal);

    public static bool IsElementOrder(string name) => name.StartsWith(ElementOrder, StringComparison.Ordinal);

    /// <summary>The list that the directive is about.</summary>
    public static string ListOf(string name)
    {
        var deletes = IsDeleteFromList(name);
        var prefix = deletes ? DeleteFromList : ElementOrder;
        if (name.Length > prefix.Length && name[prefix.Length] == '/')
            return name[(prefix.Length + 1)..];

        throw Bad(deletes ? "invalid patch format of primitive list" : "invalid patch format of setElementOrder list");
    }

    public static bool IsDelete(Tree item) => item is TreeObject members && members.Text(Marker) == Delete;

    public static bool HasMarker(Tree item) => item is TreeObject members && members.Has(Marker);

    /// <summary>
    /// What is taken over where the object had nothing: without directives and nulls. Null: the value is a directive itself.
    /// </summary>
    public static Tree? Without(Tree value)
    {
        switch (value)
        {
            case TreeObject members:
                if (members.Has(Marker))
                    return null;

                var kept = new TreeObject(members.Count);
                foreach (var (name, member) in members)
                {
                    if (member is not TreeNull && Without(member) is { } clean)
                        kept.Append(name, clean);
                }

                return kept;
            case TreeList items:
                var list = new TreeList(items.Count);
                foreach (var item in items)
                {
                    if (Without(item) is { } clean)
                        list.Add(clean);
                }

                return list;
            default:
                return value;
        }
    }

    public static PatchFailedException Bad(string message) => new(PatchError.BadRequest(message));

    public static PatchFailedException NoMergeKey(Tree item, string key) =>
        Bad($"map: {GoText.Of(item)} does not contain declared merge key: {key}");

    public static PatchFailedException NotA(string type, Tree actual) =>
        Bad($"expected a {type}, but received a {GoText.TypeOf(actual)}");

    public static PatchFailedException UnknownType(Tree? directive, TreeObject patch) =>
        Bad($"unknown patch type: {GoText.Of(directive)} in map: {GoText.Of(patch)}");
}
