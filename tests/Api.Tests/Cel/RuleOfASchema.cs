using CloudletK8s.Api.ApiExtensions.V1.Rules;
using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Tests.Cel;

public sealed class RuleOfASchema
{
    private const string Schema =
        """
        {"type":"object","properties":{"spec":{"type":"object",
          "x-kubernetes-validations":[{"rule":"!has(self.min) || self.min <= self.max","messageExpression":"'min must not be above max ' + string(self.max)"}],
          "properties":{"min":{"type":"integer"},"max":{"type":"integer"},
            "kind":{"type":"string","x-kubernetes-validations":[{"rule":"self == oldSelf","message":"kind is immutable","reason":"FieldValueForbidden"}]},
            "once":{"type":"string","x-kubernetes-validations":[{"rule":"oldSelf.hasValue() || self != 'late'","optionalOldSelf":true}]},
            "port":{"x-kubernetes-int-or-string":true,"x-kubernetes-validations":[{"rule":"self > 1"}]},
            "a-b":{"type":"integer"},"wait":{"type":"string","format":"duration"},"at":{"type":"string","format":"date-time"},
            "raw":{"type":"string","format":"byte"},
            "set":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
            "steps":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],
              "items":{"type":"object","properties":{"name":{"type":"string"},"count":{"type":"integer"}}}}}}}}
        """;

    [Theory]
    [InlineData("""{"min":3,"max":2}""", null, "spec: Invalid value: \"object\": min must not be above max 2")]
    [InlineData("""{"kind":"b"}""", """{"kind":"a"}""", "spec.kind: Forbidden: kind is immutable")]
    [InlineData("""{"kind":"b"}""", """{}""", "")]
    [InlineData("""{"min":1}""", null, "spec: Invalid value: \"object\": no such key: max evaluating rule: !has(self.min) || self.min <= self.max")]
    [InlineData("""{"once":"late"}""", null, "spec.once: Invalid value: \"string\": failed rule: oldSelf.hasValue() || self != 'late'")]
    [InlineData("""{"once":"late"}""", """{"once":"soon"}""", "")]
    [InlineData("""{"port":"x"}""", null, "spec.port: Invalid value: \"integer,string\": 'no such overload': call arguments did not match a supported operator, function or macro signature for rule: self > 1")]
    public void Is_reported_where_it_fails(string spec, string? old, string expected)
    {
        var errors = new FieldErrors();

        RuleEvaluation.Check(
            Evaluated.Read($$"""{"spec":{{spec}} }"""),
            old is null ? null : Evaluated.Read($$"""{"spec":{{old}} }"""),
            DefinitionSchemas.Of(Evaluated.Read(Schema)),
            null,
            errors);

        Assert.Equal(expected, string.Join("; ", errors.All));
    }

    [Theory]
    [InlineData("self.a__dash__b == 7")]
    [InlineData("self.wait > duration('1m') && self.at < timestamp('2030-01-01T00:00:00Z') && self.raw == b'hello'")]
    [InlineData("self.set == ['b', 'a'] && (self.set + ['a', 'c']).size() == 3")]
    [InlineData("(self.steps + self.steps).size() == 1")]
    public void Sees_values_as_the_schema_describes_them(string rule)
    {
        var schema = DefinitionSchemas.Of(Evaluated.Read(Schema)).Field("spec")!.Schema;
        var spec = Evaluated.Read("""{"a-b":7,"wait":"90s","at":"2024-01-01T00:00:00Z","raw":"aGVsbG8=","set":["a","b"],"steps":[{"name":"x","count":1}]}""");
        var compiled = SchemaExpression.Compile(Evaluated.Read("""{"rule":"RULE"}""".Replace("RULE", rule, StringComparison.Ordinal)), schema, isResource: false);

        Assert.Null(compiled.Program.Error);
        Assert.Equal(true, compiled.Program.Run(CloudletK8s.Api.Cel.Values.TreeValues.From(spec, schema), null));
    }

    [Theory]
    [InlineData("""{"rule":"self.other == 1"}""", "rule", "compilation failed: ERROR: <input>:1:5: undefined field 'other'\n | self.other == 1\n | ....^")]
    [InlineData("""{"rule":"self.min > 'a'"}""", "rule", "compilation failed: ERROR: <input>:1:10: found no matching overload for '_>_' applied to '(int, string)'\n | self.min > 'a'\n | .........^")]
    [InlineData("""{"rule":"self.min"}""", "rule", "cel expression must evaluate to a bool")]
    [InlineData("""{"rule":"true","messageExpression":"1"}""", "messageExpression", "messageExpression must evaluate to a string")]
    [InlineData("""{"rule":"true","optionalOldSelf":true}""", "optionalOldSelf", "may not be set if oldSelf is not used in rule")]
    public void Is_checked_against_the_schema(string rule, string field, string problem)
    {
        var schema = Evaluated.Read($$"""{"type":"object","properties":{"min":{"type":"integer"} },"x-kubernetes-validations":[ {{rule}} ] }""");
        var errors = new FieldErrors();

        ExpressionRules.Check(schema, isResource: true, FieldPath.Root("s"), errors);

        var error = Assert.Single(errors.All);
        Assert.Equal($"s.x-kubernetes-validations[0].{field}", error.Field);
        Assert.EndsWith(problem, error.Message);
    }

    [Fact]
    public void Knows_the_name_of_the_whole_object_only()
    {
        var schema = DefinitionSchemas.Of(Evaluated.Read("""{"type":"object","properties":{"spec":{"type":"object"}}}"""));

        Assert.Null(SchemaExpression.Compile(Evaluated.Read("""{"rule":"self.metadata.name != 'x' && self.kind == 'K'"}"""), schema, isResource: true).Program.Error);
        Assert.NotNull(SchemaExpression.Compile(Evaluated.Read("""{"rule":"self.metadata.labels.size() == 0"}"""), schema, isResource: true).Program.Error);
        Assert.NotNull(SchemaExpression.Compile(Evaluated.Read("""{"rule":"self.metadata.name != 'x'"}"""), schema, isResource: false).Program.Error);
    }
}
