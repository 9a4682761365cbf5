using System.Text;
using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Tests.Trees;

public class JsonBodies
{
    [Theory]
    [InlineData("""{"status":{},"kind":"Pod","spec":{"containers":[]},"apiVersion":"v1"}""",
        """{"kind":"Pod","apiVersion":"v1","metadata":{"creationTimestamp":null},"spec":{"containers":[]},"status":{}}""")]
    [InlineData("""{}""", """{"metadata":{"creationTimestamp":null},"spec":{"containers":null},"status":{}}""")]
    [InlineData("""{"spec":{"containers":[null]}}""",
        """{"metadata":{"creationTimestamp":null},"spec":{"containers":[{"name":"","resources":{}}]},"status":{}}""")]
    [InlineData("""{"spec":{"containers":null,"nodeName":"","hostNetwork":false,"volumes":[],"priority":0,"terminationGracePeriodSeconds":null}}""",
        """{"metadata":{"creationTimestamp":null},"spec":{"containers":null,"priority":0},"status":{}}""")]
    [InlineData("""{"metadata":{"labels":{"b":"2","a":"1","c":null},"creationTimestamp":"2026-11-20T10:00:00.5+01:00"}}""",
        """{"metadata":{"creationTimestamp":"2026-11-20T09:00:00Z","labels":{"a":"1","b":"2","c":""}},"spec":{"containers":null},"status":{}}""")]
    [InlineData("""{"spec":{"nodeName":"\u003ca\ud800\u0041"}}""",
        """{"metadata":{"creationTimestamp":null},"spec":{"containers":null,"nodeName":"\u003ca�A"},"status":{}}""")]
    public void Are_normalised_as_a_round_trip_through_Go_does(string given, string expected) =>
        Assert.Equal(expected, JsonTreeWriter.ToText(Read<Pod>(given).Tree!));

    [Fact]
    public void Write_null_for_an_absent_selector_that_Go_holds_by_pointer() => Assert.Equal(
        """{"metadata":{"creationTimestamp":null},"spec":{"selector":null,"template":{"metadata":{"creationTimestamp":null},"spec":{"containers":null}},"strategy":{}},"status":{}}""",
        JsonTreeWriter.ToText(Read<Deployment>("{}").Tree!));

    [Theory]
    [InlineData("", "unexpected end of JSON input")]
    [InlineData("{", "unexpected end of JSON input")]
    [InlineData("{\"a\":}", "invalid character '}' looking for beginning of value")]
    [InlineData("{\"a\" 1}", "invalid character '1' after object key")]
    [InlineData("{\"a\":1 \"b\"}", "invalid character '\"' after object key:value pair")]
    [InlineData("{\"a\":1,}", "invalid character '}' looking for beginning of object key string")]
    [InlineData("{\"a\":[1 2]}", "invalid character '2' after array element")]
    [InlineData("{} x", "invalid character 'x' after top-level value")]
    [InlineData("{\"a\":01}", "invalid character '1' after object key:value pair")]
    [InlineData("{\"a\":tru}", "invalid character '}' in literal true (expecting 'e')")]
    [InlineData("{\"a\":\"\n\"}", "invalid character '\\n' in string literal")]
    [InlineData("{\"a\":\"\\x\"}", "invalid character 'x' in string escape code")]
    [InlineData("{\"a\":\"\\u12g4\"}", "invalid character 'g' in \\u hexadecimal character escape")]
    [InlineData("{\"a\":1.}", "invalid character '}' after decimal point in numeric literal")]
    [InlineData("{\"spec\":1,\"a\":}", "invalid character '}' looking for beginning of value")]
    public void That_are_no_JSON_are_refused_in_Gos_words(string given, string expected)
    {
        var error = Read<Pod>(given).Error;
        Assert.Equal(new(DecodeErrorKind.Syntax, expected), error);
    }

    [Theory]
    [InlineData("[1]", "json: cannot unmarshal array into Go value of type v1.Pod")]
    [InlineData("""{"spec":{"containers":"x"}}""", "json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type []v1.Container")]
    [InlineData("""{"spec":{"containers":["x"]}}""", "json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type v1.Container")]
    [InlineData("""{"spec":{"containers":[{"image":1}]}}""", "json: cannot unmarshal number into Go struct field Container.spec.containers.image of type string")]
    [InlineData("""{"spec":{"hostNetwork":"yes"}}""", "json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool")]
    [InlineData("""{"spec":{"priority":3000000000}}""", "json: cannot unmarshal number 3000000000 into Go struct field PodSpec.spec.priority of type int32")]
    [InlineData("""{"spec":{"priority":1.5}}""", "json: cannot unmarshal number 1.5 into Go struct field PodSpec.spec.priority of type int32")]
    [InlineData("""{"spec":{"priority":"1"}}""", "json: cannot unmarshal string into Go struct field PodSpec.spec.priority of type int32")]
    [InlineData("""{"metadata":{"labels":{"a":1}}}""", "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string")]
    [InlineData("""{"metadata":{"labels":[]}}""", "json: cannot unmarshal array into Go struct field ObjectMeta.metadata.labels of type map[string]string")]
    [InlineData("""{"metadata":{"creationTimestamp":1}}""", "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.creationTimestamp of type string")]
    [InlineData("""{"spec":{"overhead":{"cpu":"x"}}}""", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    public void With_values_of_a_wrong_type_are_refused_in_Gos_words(string given, string expected) =>
        Assert.Equal(new(DecodeErrorKind.Type, expected), Read<Pod>(given).Error);

    [Fact]
    public void With_bytes_that_are_no_base64_are_refused() => Assert.Equal(
        new(DecodeErrorKind.Type, "illegal base64 data at input byte 2"), Read<Secret>("""{"data":{"a":"YW!j"}}""").Error);

    [Fact]
    public void Report_unknown_and_duplicate_fields_with_their_paths()
    {
        var result = Read<Pod>("""{"foo":{"bar":1},"spec":{"nodeName":"a","nodeName":"b","containers":[{},{"bar":1,"bar":2}]},"metadata":{"labels":{"x":"1","x":"2"}}}""");
        Assert.Equal(
            [
                "unknown field \"foo\"",
                "duplicate field \"spec.nodeName\"",
                "unknown field \"spec.containers[1].bar\"",
                "duplicate field \"metadata.labels.x\"",
            ],
            result.Problems.Select(problem => problem.Message));
        Assert.Equal("b", result.Tree!.Object("spec")!.Text("nodeName"));
        Assert.Equal("2", result.Tree!.Object("metadata", "labels")!.Text("x"));
    }

    [Fact]
    public void List_no_more_problems_than_their_limit()
    {
        var many = string.Join(',', Enumerable.Range(0, 1000).Select(n => $"\"x{n}\":1"));
        Assert.Equal(DecodeLimits.Problems, Read<Pod>($$"""{ {{many}} }""").Problems.Count);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Nested_too_deep_are_refused_without_exhausting_the_stack(string open, string close)
    {
        const int depth = 10_000;
        var body = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        Assert.Equal("exceeded max depth", JsonTreeReader.ReadAny(Encoding.UTF8.GetBytes(body)).Error?.Message);
        Assert.Equal("exceeded max depth", Read<ConfigMap>("{\"foo\":" + body + "}").Error?.Message);
    }

    [Fact]
    public void Without_a_schema_keep_everything_as_it_stands()
    {
        const string given = """[{"b":1,"a":[null,true,1.5,1e+21,-7,"x\u0026y"],"c":{}},{}]""";
        Assert.Equal(given, JsonTreeWriter.ToText(JsonTreeReader.ReadAny(Encoding.UTF8.GetBytes(given)).Root!));
    }

    private static DecodeResult Read<T>(string json) =>
        JsonTreeReader.Read(Encoding.UTF8.GetBytes(json), RecordSchemas.Of<T>(), DecodeOptions.Default);
}
