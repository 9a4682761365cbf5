using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Tests.Trees;

public class JsonOutput
{
    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(100.0, "100")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e-6, "0.0000015")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(-123.456, "-123.456")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(5e-324, "5e-324")]
    public void Prints_fractions_as_Go_does(double value, string expected) => Assert.Equal(expected, JsonTreeWriter.ToText(TreeNumber.Of(value)));

    [Fact]
    public void Escapes_what_Go_escapes() => Assert.Equal(
        "\"\\u003c\\u003e\\u0026\\\"\\\\\\n\\t\\r\\b\\f\\u0001\\u2028é😀\"",
        JsonTreeWriter.ToText(new TreeText("<>&\"\\\n\t\r\b\f\u0001\u2028é😀")));

    [Theory]
    [InlineData("""{"kind":"A","metadata":{"name":"x","uid":"u","resourceVersion":"17","creationTimestamp":null},"spec":{}}""",
        """{"kind":"A","metadata":{"name":"x","uid":"u","resourceVersion":"","creationTimestamp":null},"spec":{}}""")]
    [InlineData("""{"kind":"A","spec":{},"metadata":{"labels":{}}}""",
        """{"kind":"A","metadata":{"resourceVersion":"","labels":{}},"spec":{}}""")]
    [InlineData("""{"kind":"A"}""", """{"kind":"A","metadata":{"resourceVersion":""}}""")]
    public void For_the_store_leaves_a_gap_for_the_revision(string given, string expected)
    {
        var (json, offset) = JsonTreeWriter.WriteForStore(JsonTreeReader.ReadTrusted(Encoding.UTF8.GetBytes(given)));
        Assert.Equal(expected, Encoding.UTF8.GetString(json));
        Assert.Equal("resourceVersion\":\"", Encoding.UTF8.GetString(json[..offset])[^18..]);
    }
}
