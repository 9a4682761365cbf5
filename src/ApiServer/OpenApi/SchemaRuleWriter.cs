using System.Text.Json;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>What a custom resource's schema says beyond types.</summary>
internal static class SchemaRuleWriter
{
    public static void Write(Utf8JsonWriter json, Schema schema, SchemaWriter writer)
    {
        if (schema.PreserveUnknown)
            json.WriteBoolean("x-kubernetes-preserve-unknown-fields", true);
        if (schema.EmbeddedResource)
            json.WriteBoolean("x-kubernetes-embedded-resource", true);
        if (schema.Kind == SchemaKind.IntOrString)
            json.WriteBoolean("x-kubernetes-int-or-string", true);
        if (schema.Nullable)
            json.WriteBoolean("nullable", true);
        if (schema is { Atomic: true, Kind: SchemaKind.Map })
            json.WriteString("x-kubernetes-map-type", "atomic");
        if (schema is { Kind: SchemaKind.List, ListMerge: not ListMerge.Atomic })
        {
            writer.WriteStrings("x-kubernetes-list-map-keys", schema.ListKeys);
            json.WriteString("x-kubernetes-list-type", schema.ListMerge == ListMerge.Map ? "map" : "set");
        }

        if (schema.Rules is { } rules)
            Write(json, rules, writer);
    }

    private static void Write(Utf8JsonWriter json, SchemaRules rules, SchemaWriter writer)
    {
        Number("minimum", rules.Minimum);
        Flag("exclusiveMinimum", rules.ExclusiveMinimum);
        Number("maximum", rules.Maximum);
        Flag("exclusiveMaximum", rules.ExclusiveMaximum);
        Number("multipleOf", rules.MultipleOf);
        Whole("minLength", rules.MinLength);
        Whole("maxLength", rules.MaxLength);
        if (rules.Pattern is { } pattern)
            json.WriteString("pattern", pattern);
        Whole("minItems", rules.MinItems);
        Whole("maxItems", rules.MaxItems);
        Flag("uniqueItems", rules.UniqueItems);
        Whole("minProperties", rules.MinProperties);
        Whole("maxProperties", rules.MaxProperties);
        if (rules.Enum.Count > 0)
        {
            json.WriteStartArray("enum");
            foreach (var value in rules.Enum)
                json.WriteRawValue(JsonTreeWriter.ToUtf8(value));
            json.WriteEndArray();
        }

        Schemas("allOf", rules.AllOf);
        Schemas("anyOf", rules.AnyOf);
        Schemas("oneOf", rules.OneOf);
        if (rules.Not is { } not)
        {
            json.WriteStartObject("not");
            writer.WriteRule(not);
            json.WriteEndObject();
        }

        if (rules.Validations.Count > 0)
        {
            json.WriteStartArray("x-kubernetes-validations");
            foreach (var validation in rules.Validations)
                json.WriteRawValue(JsonTreeWriter.ToUtf8(validation));
            json.WriteEndArray();
        }

        void Number(string name, double? value)
        {
            if (value is { } number)
                json.WriteNumber(name, number);
        }

        void Whole(string name, long? value)
        {
            if (value is { } number)
                json.WriteNumber(name, number);
        }

        void Flag(string name, bool value)
        {
            if (value)
                json.WriteBoolean(name, true);
        }

        void Schemas(string name, IReadOnlyList<Schema> schemas)
        {
            if (schemas.Count == 0)
                return;

            json.WriteStartArray(name);
            foreach (var schema in schemas)
            {
                json.WriteStartObject();
                writer.WriteRule(schema);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
