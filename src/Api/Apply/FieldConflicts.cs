using System.Text;

namespace CloudletK8s.Api.Apply;

/// <summary>The fields that an apply would take from others.</summary>
internal sealed class FieldConflicts(IReadOnlyList<KeyValuePair<ManagedEntry, FieldSet>> owners)
{
    public bool IsEmpty => owners.Count == 0;

    public FieldSet Fields => owners.Aggregate(FieldSet.Empty, (fields, owner) => fields.Union(owner.Value));

    /// <summary>Those that are not allowed by the set.</summary>
    public FieldConflicts Except(FieldSet allowed) => new(
        [.. owners.Select(owner => KeyValuePair.Create(owner.Key, owner.Value.Difference(allowed))).Where(owner => !owner.Value.IsEmpty)]);

    public ApplyResult ToResult()
    {
        var conflicts = new List<FieldConflict>();
        var lines = new StringBuilder();
        foreach (var (entry, fields) in owners.OrderBy(owner => owner.Key, Comparer<ManagedEntry>.Create(ByManager)))
        {
            lines.Append(lines.Length == 0 ? "" : "\n").Append("conflicts with ").Append(entry).Append(':');
            foreach (var path in fields.Paths())
            {
                var field = string.Concat((object[])path);
                conflicts.Add(new(field, $"conflict with {entry}"));
                lines.Append("\n- ").Append(field);
            }
        }

        var message = conflicts.Count == 1
            ? $"Apply failed with 1 conflict: {conflicts[0].Message}: {conflicts[0].Field}"
            : $"Apply failed with {conflicts.Count} conflicts: {lines}";
        return new() { Conflicts = conflicts, ConflictMessage = message };
    }

    private static int ByManager(ManagedEntry left, ManagedEntry right)
    {
        var order = string.CompareOrdinal(left.Manager, right.Manager);
        return order == 0 ? ManagedEntry.Compare(left, right) : order;
    }
}
