using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>A change as a watcher with a selection sees it.</summary>
internal readonly record struct SelectedChange(string Type, StoredObject Object)
{
    /// <summary>An object that begins or ceases to match is added or deleted as far as the watcher can tell.</summary>
    /// <returns>Null when the watcher does not see the change.</returns>
    public static SelectedChange? Of(Change change, Selection selection)
    {
        if (!selection.InNamespace(change.Object))
            return null;

        if (selection.IsAll)
            return new(Name(change.Type), change.Object);

        var matches = change.Type != ChangeType.Deleted && selection.Matches(change.Object);
        var matched = change.Previous is { } previous && selection.Matches(previous);
        return (matched, matches) switch
        {
            (false, true) => new("ADDED", change.Object),
            (true, true) => new("MODIFIED", change.Object),
            (true, false) => new("DELETED", change.Type == ChangeType.Deleted ? change.Object : StoredTrees.At(change.Previous!, change.Revision)),
            _ => null,
        };
    }

    private static string Name(ChangeType type) => type switch
    {
        ChangeType.Added => "ADDED",
        ChangeType.Modified => "MODIFIED",
        _ => "DELETED",
    };
}
