using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources;

/// <summary>Reads the schema that a definition gives for its custom resources (openAPIV3Schema) into the one the server works with.</summary>
public static class DefinitionSchemas
{
    private static readonly Schema Text = new(SchemaKind.Text);
    private static readonly string[] TypeMembers = ["apiVersion", "kind", "metadata"];

    /// <summary>The whole object: what it is made of, with the metadata that every object has. For reading, defaults and ownership.</summary>
    /// <param name="props">Null when the version has no schema: then everything is kept.</param>
    /// <param name="name">The OpenAPI definition's name.</param>
    public static Schema OfObject(TreeObject? props, string name)
    {
        var described = Of(props ?? new TreeObject());
        return new Schema(SchemaKind.Object)
        {
            Name = name,
            PreserveUnknown = props is null || described.PreserveUnknown || described.Kind == SchemaKind.Any,
            Description = described.Description,
            Rules = described.Rules,
        }.WithFields(() => WithType(described.Fields));
    }

    /// <summary>The schema as it stands. For validation.</summary>
    public static Schema Of(TreeObject props)
    {
        var kind = KindOf(props);
        var embedded = props.Flag("x-kubernetes-embedded-resource") == true;
        var schema = new Schema(kind)
        {
            Description = props.Text("description"),
            Element = ElementOf(props, kind),
            ListMerge = props.Text("x-kubernetes-list-type") switch
            {
                "set" => ListMerge.Set,
                "map" => ListMerge.Map,
                _ => ListMerge.Atomic,
            },
            ListKeys = [.. props.List("x-kubernetes-list-map-keys")?.Texts() ?? []],
            Atomic = props.Text("x-kubernetes-map-type") == "atomic",
            Enum = kind == SchemaKind.Text ? [.. props.List("enum")?.Texts() ?? []] : [],
            PreserveUnknown = PreservesUnknown(props),
            EmbeddedResource = embedded,
            Nullable = props.Flag("nullable") == true,
            Rules = RulesOf(props),
        };
        var required = props.List("required")?.Texts().ToHashSet() ?? [];
        return schema.WithFields(() => embedded ? WithType(FieldsOf(props, required)) : FieldsOf(props, required));
    }

    private static SchemaKind KindOf(TreeObject props)
    {
        if (props.Flag("x-kubernetes-int-or-string") == true)
            return SchemaKind.IntOrString;

        return props.Text("type") switch
        {
            "object" => IsMap(props) ? SchemaKind.Map : SchemaKind.Object,
            "array" => SchemaKind.List,
            "string" => SchemaKind.Text,
            "integer" => SchemaKind.Integer,
            "number" => SchemaKind.Double,
            "boolean" => SchemaKind.Flag,
            _ => SchemaKind.Any,
        };
    }

    private static bool IsMap(TreeObject props) =>
        props["additionalProperties"] is TreeObject or TreeFlag { Value: true } && props.Object("properties") is null or { Count: 0 };

    private static bool PreservesUnknown(TreeObject props) => props.Flag("x-kubernetes-preserve-unknown-fields") == true
        || (props["additionalProperties"] is TreeFlag { Value: true } && !IsMap(props));

    private static Schema? ElementOf(TreeObject props, SchemaKind kind)
    {
        if (kind == SchemaKind.Map)
            return props.Object("additionalProperties") is { } values ? Of(values) : new Schema(SchemaKind.Any);
        if (props.Object("items") is { } items)
            return Of(items);
        return kind == SchemaKind.List ? new Schema(SchemaKind.Any) : null;
    }

    private static List<FieldSchema> FieldsOf(TreeObject props, HashSet<string> required)
    {
        var fields = new List<FieldSchema>();
        foreach (var (name, described) in props.Object("properties") ?? [])
        {
            if (described is TreeObject property)
            {
                fields.Add(new(name, Of(property))
                {
                    Presence = Presence.Pointer,
                    Nilable = true,
                    Required = required.Contains(name),
                    Default = property["default"] is null or TreeNull ? null : property["default"],
                    Description = property.Text("description"),
                });
            }
        }

        return fields;
    }

    private static List<FieldSchema> WithType(IReadOnlyList<FieldSchema> fields)
    {
        var all = fields.Where(field => !TypeMembers.Contains(field.Name)).ToList();
        all.InsertRange(0,
        [
            new("apiVersion", Text) { Presence = Presence.Pointer },
            new("kind", Text) { Presence = Presence.Pointer },
            new("metadata", RecordSchemas.Of<ObjectMeta>()) { Presence = Presence.Pointer },
        ]);
        return all;
    }

    private static SchemaRules RulesOf(TreeObject props) => new()
    {
        Enum = [.. props.List("enum") ?? []],
        Minimum = Number(props, "minimum"),
        ExclusiveMinimum = props.Flag("exclusiveMinimum") == true,
        Maximum = Number(props, "maximum"),
        ExclusiveMaximum = props.Flag("exclusiveMaximum") == true,
        MultipleOf = Number(props, "multipleOf"),
        MinLength = props.Whole("minLength"),
        MaxLength = props.Whole("maxLength"),
        Pattern = props.Text("pattern"),
        Format = TextFormats.Known(props.Text("format")),
        MinItems = props.Whole("minItems"),
        MaxItems = props.Whole("maxItems"),
        UniqueItems = props.Flag("uniqueItems") == true,
        Required = [.. props.List("required")?.Texts() ?? []],
        MinProperties = props.Whole("minProperties"),
        MaxProperties = props.Whole("maxProperties"),
        AllOf = All(props, "allOf"),
        AnyOf = All(props, "anyOf"),
        OneOf = All(props, "oneOf"),
        Not = props.Object("not") is { } not ? Of(not) : null,
        Validations = [.. props.List("x-kubernetes-validations")?.Objects() ?? []],
    };

    private static double? Number(TreeObject props, string name) => (props[name] as TreeNumber)?.Value;

    private static IReadOnlyList<Schema> All(TreeObject props, string name) => [.. props.List(name)?.Objects().Select(Of) ?? []];
}
