using System.Text.Json;
using CloudletK8s.ApiServer.Printing;

namespace CloudletK8s.ApiServer.Tests.Printing;

public class TableOfObjects
{
    private const string Object = "{kind: Namespace, apiVersion: v1, metadata: {name: x, labels: {a: b}}, status: {phase: Active}}";

    [Fact]
    public void Carries_metadata_unless_told_otherwise()
    {
        var carried = Row("").GetProperty("object");
        Assert.Equal("PartialObjectMetadata", carried.GetProperty("kind").GetString());
        Assert.Equal("meta.k8s.io/v1", carried.GetProperty("apiVersion").GetString());
        Assert.Equal("b", carried.GetProperty("metadata").GetProperty("labels").GetProperty("a").GetString());
        Assert.False(carried.TryGetProperty("status", out _));
    }

    [Fact]
    public void Carries_whole_objects_when_asked() =>
        Assert.Equal("Active", Row("Object").GetProperty("object").GetProperty("status").GetProperty("phase").GetString());

    [Fact]
    public void Carries_nothing_when_asked() => Assert.Equal(JsonValueKind.Null, Row("None").GetProperty("object").ValueKind);

    [Fact]
    public void Leaves_its_columns_out_after_the_first_event_of_a_watch()
    {
        using var table = JsonDocument.Parse(Printed.Table(KindPrinter.Default, Object, "None", withColumns: false));
        Assert.Equal(JsonValueKind.Null, table.RootElement.GetProperty("columnDefinitions").ValueKind);
        Assert.Equal("7", table.RootElement.GetProperty("metadata").GetProperty("resourceVersion").GetString());
    }

    private static JsonElement Row(string includeObject)
    {
        using var table = JsonDocument.Parse(Printed.Table(KindPrinter.Default, Object, includeObject));
        return table.RootElement.GetProperty("rows")[0].Clone();
    }
}
