using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.CustomResources.Cel;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Tests.CustomResources;

public sealed class RulesInCel
{
    private const string Self =
        """{"min":1,"max":3,"name":"web-1","ratio":1.5,"on":true,"empty":null,"tags":["a","b"],"labels":{"x":"1","y":"2"},"ports":[{"port":80},{"port":443}],"a-b":7,"type":"t","wait":"90s"}""";

    [Theory]
    [InlineData("self.min <= self.max && self.max < 10")]
    [InlineData("self.ratio > self.min && self.ratio == 1.5 && self.max == 3.0")]
    [InlineData("has(self.name) && !has(self.other)")]
    [InlineData("self.name.startsWith('web-') && self.name.matches(r'^[a-z]+-\\d$') && size(self.name) == 5")]
    [InlineData("self.name in ['web-1', \"web-2\"] && !('c' in self.tags) && 'x' in self.labels")]
    [InlineData("self.tags.all(t, t.size() == 1) && self.tags.exists(t, t == 'b') && self.tags.exists_one(t, t == 'a')")]
    [InlineData("self.ports.map(p, p.port).filter(p, p > 100) == [443]")]
    [InlineData("self.ports.all(p, self.ports.exists_one(q, q.port == p.port))")]
    [InlineData("self.labels.all(k, self.labels[k] != '')")]
    [InlineData("self.on ? self.ports[0].port == 80 : false")]
    [InlineData("(self.min + 2) * 4 - 10 / 3 % 2 == 11 && -self.min == -1")]
    [InlineData("self.other == 1 || true")]
    [InlineData("true || self.other == 1")]
    [InlineData("!(false && self.other == 1)")]
    [InlineData("self.a__dash__b == 7 && self.type == 't'")]
    [InlineData("self.empty == null && type(self.min) == int && string(self.min) + 'x' == '1x'")]
    [InlineData("duration(self.wait) > duration('1m') && duration('1h30m') == duration('90m')")]
    [InlineData("self.tags.join(',') == 'a,b' && 'a,b'.split(',') == self.tags && [3,1].min() == 1 && [1,2].sum() == 3")]
    [InlineData("self.name.lowerAscii() == 'web-1' // and a comment")]
    public void Hold(string rule) => Assert.Equal(true, Run(rule));

    [Theory]
    [InlineData("self.other == 1", "no such key: other")]
    [InlineData("self.min / 0 == 1", "division by zero")]
    [InlineData("self.name < 1", "no such overload")]
    [InlineData("self.tags[5] == ''", "index out of bounds: 5")]
    [InlineData("self.tags.charAt('x') == ''", "no such overload")]
    public void Have_no_value(string rule, string message) => Assert.Equal(message, Assert.Throws<CelException>(() => Run(rule)).Message);

    [Theory]
    [InlineData("self.min <", "Syntax error: mismatched input '<EOF>'")]
    [InlineData("other == 1", "undeclared reference to 'other' (in container '')")]
    [InlineData("self.name.quantity() == 1", "undeclared reference to 'quantity' (in container '')")]
    [InlineData("self.name == 'x", "Syntax error: token recognition error at: '''")]
    [InlineData("has(self)", "invalid argument to has() macro")]
    public void Are_refused(string rule, string message) => Assert.Equal(message, CelProgram.Of(rule).Error);

    [Fact]
    public void End_when_they_take_too_long()
    {
        var list = $"[{string.Join(',', Enumerable.Range(0, 120))}]";
        var rule = $"{list}.all(a, {list}.all(b, {list}.all(c, a + b + c >= 0)))";

        Assert.Equal("operation cancelled: actual cost limit exceeded", Assert.Throws<CelException>(() => Run(rule)).Message);
    }

    [Theory]
    [InlineData("""{"spec":{"min":3,"max":2}}""", null, "spec: Invalid value: \"object\": min must not be above max 2")]
    [InlineData("""{"spec":{"min":1,"max":2,"kind":"b"}}""", """{"spec":{"min":1,"max":2,"kind":"a"}}""", "spec.kind: Forbidden: kind is immutable")]
    [InlineData("""{"spec":{"min":1,"max":2,"kind":"b"}}""", """{"spec":{"min":1,"max":2}}""", "")]
    [InlineData("""{"spec":{"min":1}}""", null, "spec: Invalid value: \"object\": no such key: max evaluating rule: self.min <= self.max")]
    public void Are_reported_where_they_fail(string now, string? old, string expected)
    {
        var schema = DefinitionSchemas.Of(Read(
            """
            {"type":"object","properties":{"spec":{"type":"object",
              "x-kubernetes-validations":[{"rule":"self.min <= self.max","messageExpression":"'min must not be above max ' + string(self.max)"}],
              "properties":{"min":{"type":"integer"},"max":{"type":"integer"},
                "kind":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf","message":"kind is immutable","reason":"FieldValueForbidden"}]}}}}}
            """));
        var errors = new FieldErrors();

        RuleEvaluation.Check(Read(now), old is null ? null : Read(old), schema, null, errors);

        Assert.Equal(expected, string.Join("; ", errors.All));
    }

    private static object? Run(string rule) => CelProgram.Of(rule).Run(Read(Self), null);

    private static TreeObject Read(string json) => JsonTreeReader.ReadTrusted(System.Text.Encoding.UTF8.GetBytes(json));
}
