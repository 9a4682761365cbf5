using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.ApiServer.Printing;

namespace CloudletK8s.ApiServer.Tests.Printing;

public class RowOfCustomResource
{
    private const string Object = """
        {metadata: {name: c, creationTimestamp: "2025-01-01T11:55:00Z", annotations: {example.com/a.b: dotted}},
         spec: {replicas: 3, ratio: 0.5, active: true, tags: [t, u], since: "2025-01-01T11:00:00Z", map: {k: 1}},
         status: {conditions: [{type: Ready, status: "True"}, {type: Old, status: "False"}]}}
        """;

    [Theory]
    [InlineData("integer", ".spec.replicas", "3")]
    [InlineData("number", ".spec.ratio", "0.5")]
    [InlineData("boolean", ".spec.active", "True")]
    [InlineData("date", ".spec.since", "60m")]
    [InlineData("string", ".spec.tags[1]", "u")]
    [InlineData("string", ".spec.tags[-1]", "u")]
    [InlineData("string", ".spec.tags[*]", "t u")]
    [InlineData("string", ".spec.map", "{\"k\":1}")]
    [InlineData("string", ".status.conditions[?(@.type==\"Ready\")].status", "True")]
    [InlineData("string", ".status.conditions[?(@.type!='Ready')].status", "False")]
    [InlineData("string", ".metadata.annotations.example\\.com/a\\.b", "dotted")]
    [InlineData("string", ".metadata.annotations['example.com/a.b']", "dotted")]
    [InlineData("string", ".spec.missing", "")]
    [InlineData("integer", ".spec.tags", "")]
    [InlineData("string", ".spec.tags[", "")]
    public void Finds_what_its_columns_name(string type, string path, string cell) => Assert.Equal(
        $"c|{cell}", Printed.Cells(KindPrinters.Of(Kind(new CustomResourceColumnDefinition { Name = "X", Type = type, JsonPath = path })), Object));

    [Fact]
    public void Shows_its_age_when_no_column_is_named() => Assert.Equal("c|5m", Printed.Cells(KindPrinters.Of(Kind()), Object));

    private static KindInfo Kind(params CustomResourceColumnDefinition[] columns) => new()
    {
        Group = "example.com",
        Version = "v1",
        Kind = "C",
        Plural = "cs",
        Singular = "c",
        ListKind = "CList",
        Namespaced = true,
        Schema = new Schema(SchemaKind.Object),
        StorageApiVersion = "example.com/v1",
        PrinterColumns = columns,
    };
}
