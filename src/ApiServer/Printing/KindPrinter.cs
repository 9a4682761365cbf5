using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>How objects of a kind become rows.</summary>
/// <param name="Cells">Writes a cell for each column, for an object in the version that the printer knows.</param>
internal sealed record KindPrinter(IReadOnlyList<TableColumn> Columns, Action<TreeObject, RowWriter> Cells)
{
    /// <summary>The condition of a row, such as a pod that will never run again; null: none.</summary>
    public Func<TreeObject, RowCondition?> Condition { get; init; } = _ => null;

    /// <summary>For kinds that nobody described better.</summary>
    public static KindPrinter Default { get; } = new(
        [TableColumn.NameOf, new("Created At", "date", "When the object was created.")],
        (obj, row) => row.Name(obj).Text(obj.Object("metadata")?.Text("creationTimestamp")));
}

internal sealed record RowCondition(string Reason, string Message);
