using System.Globalization;
using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Rows of custom resources, as their definition's additionalPrinterColumns say.</summary>
internal static class CustomPrinter
{
    private static readonly CustomResourceColumnDefinition[] Default =
        [new() { Name = "Age", Type = "date", Description = TableColumn.Age.Description, JsonPath = ".metadata.creationTimestamp" }];

    public static KindPrinter Of(KindInfo kind)
    {
        var definitions = kind.PrinterColumns.Count > 0 ? kind.PrinterColumns : Default;
        var columns = definitions.Select(column => (column.Type ?? "", Path: JsonPath.Parse(column.JsonPath ?? ""))).ToArray();
        return new(
            [TableColumn.NameOf, .. definitions.Select(column =>
                new TableColumn(column.Name ?? "", column.Type ?? "", column.Description ?? "", column.Priority, column.Format ?? ""))],
            (obj, row) =>
            {
                row.Name(obj);
                foreach (var (type, path) in columns)
                    Cell(row, type, path.Find(obj));
            });
    }

    private static void Cell(RowWriter row, string type, IReadOnlyList<Tree> found)
    {
        if (found.Count == 0 || found[0] is TreeNull)
        {
            row.Null();
            return;
        }

        var value = found[0];
        switch (type, value)
        {
            case ("integer", TreeNumber number):
                row.Whole(number.IsFraction ? (long)number.Value : number.Whole);
                break;
            case ("number", TreeNumber number):
                row.Number(number.Value);
                break;
            case ("boolean", TreeFlag flag):
                row.Flag(flag.Value);
                break;
            case ("integer" or "number" or "boolean", _):
                row.Null();
                break;
            case ("date", TreeText text):
                row.Text(RowWriter.Parse(text.Value) is { } time ? row.Since(time) : "<invalid>");
                break;
            case ("date", _):
                row.Text("<unknown>");
                break;
            default:
                row.Text(string.Join(' ', found.Select(Text)));
                break;
        }
    }

    private static string Text(Tree value) => value switch
    {
        TreeText text => text.Value,
        TreeFlag flag => flag.Value ? "true" : "false",
        TreeNumber { IsFraction: false } number => number.Whole.ToString(CultureInfo.InvariantCulture),
        _ => JsonTreeWriter.ToText(value),
    };
}
