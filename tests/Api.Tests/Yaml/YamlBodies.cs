using System.Text;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Yaml;

namespace CloudletK8s.Api.Tests.Yaml;

public class YamlBodies
{
    [Theory]
    [InlineData("", "null")]
    [InlineData("a: 1\nb: [x, 'y', \"z\"]\n", """{"a":1,"b":["x","y","z"]}""")]
    [InlineData("[yes, No, on, off, y, true, ~, null, '']", """[true,false,true,false,true,true,null,null,""]""")]
    [InlineData("['yes', \"1\", !!str 1, 1.5, 1e3, 0x10, 010, 0b11, 1_000, .5, 1.2.3, 12e]", """["yes","1","1",1.5,1000,16,8,3,1000,0.5,"1.2.3","12e"]""")]
    [InlineData("[2026-11-20, 2026-11-20T10:00:00Z, 10:30]", """["2026-11-20","2026-11-20T10:00:00Z","10:30"]""")]
    [InlineData("1: a\ntrue: b\n", """{"1":"a","true":"b"}""")]
    [InlineData("a: &x {k: 1}\nb: *x\n", """{"a":{"k":1},"b":{"k":1}}""")]
    [InlineData("a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}\n", """{"a":{"k":1,"l":2},"b":{"k":3,"l":2}}""")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y\n", """{"a":"x\ny\n","b":"x y"}""")]
    public void Become_the_JSON_that_Go_makes_of_them(string yaml, string json)
    {
        var result = YamlTreeReader.ToJson(Encoding.UTF8.GetBytes(yaml), out var error);
        Assert.Null(error);
        Assert.Equal(json, Encoding.UTF8.GetString(result!));
    }

    [Theory]
    [InlineData("a: b: c")]
    [InlineData("a: [1, 2")]
    [InlineData("a: *missing")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("a: .nan")]
    [InlineData("? [1]\n: 2\n")]
    [InlineData("a: &x [*x]")]
    public void That_are_none_are_refused(string yaml)
    {
        Assert.Null(YamlTreeReader.ToJson(Encoding.UTF8.GetBytes(yaml), out var error));
        Assert.Equal(DecodeErrorKind.Syntax, error!.Kind);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Report_a_key_that_is_there_twice()
    {
        var result = YamlTreeReader.Read("data:\n  a: v\n  a: w\n"u8, RecordSchemas.Of<ConfigMap>(), DecodeOptions.Default);
        Assert.Equal(["duplicate field \"data.a\""], result.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("a: &a [x,x,x,x,x,x,x,x,x,x]", "{0}: &{0} [*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1}]")]
    [InlineData("a: &a {x: 1}", "{0}: &{0} {{<<: [*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1}]}}")]
    public void That_multiply_through_aliases_are_refused_soon(string first, string further)
    {
        var yaml = new StringBuilder(first).Append('\n');
        for (var name = 'b'; name <= 'l'; name++)
            yaml.Append(string.Format(System.Globalization.CultureInfo.InvariantCulture, further, name, (char)(name - 1))).Append('\n');

        Assert.Null(YamlTreeReader.ToJson(Encoding.UTF8.GetBytes(yaml.ToString()), out var error));
        Assert.Equal("yaml: document contains excessive aliasing", error?.Message);
    }

    [Fact]
    public void Nested_too_deep_are_refused_without_exhausting_the_stack()
    {
        Assert.Null(YamlTreeReader.ToJson(Encoding.UTF8.GetBytes(new string('[', 10_000)), out var flow));
        Assert.Equal(DecodeErrorKind.Syntax, flow?.Kind);
        Assert.Null(YamlTreeReader.ToJson(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("- ", 10_000)) + "x"), out var block));
        Assert.Equal(DecodeErrorKind.Syntax, block?.Kind);
    }

    [Fact]
    public void Are_printed_as_kubectl_prints_them()
    {
        var tree = JsonTreeReader.ReadAny("""{"kind":"X","apiVersion":"v1","b":{"list":[{"name":"a","args":["x","-y","--z"]},{}],"empty":[]},"n":1.5,"t":"yes","m":"l1\nl2\n","q":"a: b","s":"","i":"10","d":"2026-11-20","z":null,"c":"#x"}"""u8).Root!;
        Assert.Equal(
            """
            apiVersion: v1
            b:
              empty: []
              list:
              - args:
                - x
                - -y
                - --z
                name: a
              - {}
            c: '#x'
            d: "2026-11-20"
            i: "10"
            kind: X
            m: |
              l1
              l2
            "n": 1.5
            q: 'a: b'
            s: ""
            t: "yes"
            z: null

            """,
            YamlTreeWriter.ToText(tree));
    }
}
