using System.Buffers;
using System.Text;
using System.Text.Json;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Yaml;
using CloudletK8s.ApiServer.Printing;

namespace CloudletK8s.ApiServer.Tests.Printing;

/// <summary>Objects as kubectl would show them, at a fixed time.</summary>
internal static class Printed
{
    public static DateTimeOffset Now { get; } = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <param name="resource">"pods", "deployments.apps": in the version that is stored.</param>
    /// <returns>The cells, wide ones too, parted by bars.</returns>
    public static string Cells(string resource, string yaml) => Cells(KindPrinters.Of(Kind(resource)), yaml);

    public static string Cells(KindPrinter printer, string yaml)
    {
        using var table = JsonDocument.Parse(Table(printer, yaml, "None"));
        var cells = table.RootElement.GetProperty("rows")[0].GetProperty("cells");
        Assert.Equal(table.RootElement.GetProperty("columnDefinitions").GetArrayLength(), cells.GetArrayLength());
        return string.Join('|', cells.EnumerateArray().Select(cell => cell.ToString()));
    }

    public static string Table(KindPrinter printer, string yaml, string includeObject, bool withColumns = true)
    {
        var tree = YamlTreeReader.ReadAny(Encoding.UTF8.GetBytes(yaml)).Tree!;
        var output = new ArrayBufferWriter<byte>();
        using var table = new TableWriter(output, printer, "v1", includeObject, Now);
        table.Start("7", null, withColumns);
        table.Row(new PrintedObject(tree, Encoding.UTF8.GetBytes(CloudletK8s.Api.Trees.Json.JsonTreeWriter.ToText(tree))));
        table.End();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static KindInfo Kind(string resource) =>
        BuiltInKinds.All.First(kind => kind.GroupResource == resource && kind.StorageApiVersion == kind.ApiVersion);
}
