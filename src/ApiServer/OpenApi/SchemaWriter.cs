using System.Reflection;
using System.Text.Json;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>Writes definitions. The third version of OpenAPI tells more: defaults, allowed values, and text beside references.</summary>
internal sealed class SchemaWriter(Utf8JsonWriter json, bool isV3, DocComments comments)
{
    public const string KindDescription = "The kind that this object is of, in CamelCase. It never changes.";
    public const string ApiVersionDescription = "The version of the schema that this object follows: group and version, or only the version in the core group.";

    public string Reference(string definition) => isV3 ? $"#/components/schemas/{definition}" : $"#/definitions/{definition}";

    public void Write(Definition definition)
    {
        json.WriteStartObject(definition.Name);
        switch (definition)
        {
            case Definition.Object made:
                WriteObject(made);
                break;
            case Definition.ListOf list:
                WriteList(list);
                break;
            case Definition.Value value:
                WriteValue(value.Known);
                break;
        }

        json.WriteEndObject();
    }

    public void WriteReference(string definition) => json.WriteString("$ref", Reference(definition));

    public void WriteKinds(IReadOnlyList<GroupVersionKind> kinds)
    {
        if (kinds.Count == 0)
            return;

        json.WriteStartArray("x-kubernetes-group-version-kind");
        foreach (var kind in kinds)
            WriteKind(kind);
        json.WriteEndArray();
    }

    public void WriteKind(GroupVersionKind kind)
    {
        json.WriteStartObject();
        WriteKindMembers(kind);
        json.WriteEndObject();
    }

    public void WriteKindMembers(GroupVersionKind kind)
    {
        json.WriteString("group", kind.Group);
        json.WriteString("kind", kind.Kind);
        json.WriteString("version", kind.Version);
    }

    private void WriteValue(WellKnownValue value)
    {
        json.WriteString("description", value.Description);
        if (value.Format.Length > 0)
            json.WriteString("format", value.Format);
        if (isV3 && value.OneOf.Length > 0)
        {
            json.WriteStartArray("oneOf");
            foreach (var type in value.OneOf)
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else if (value.Type.Length > 0)
        {
            json.WriteString("type", value.Type);
        }
    }

    private void WriteList(Definition.ListOf list)
    {
        Describe($"{list.Kind.ListKind} is a list of {list.Kind.Kind}.");
        json.WriteString("type", "object");
        json.WriteStartArray("required");
        json.WriteStringValue("items");
        json.WriteEndArray();
        json.WriteStartObject("properties");
        WriteText("apiVersion", ApiVersionDescription);
        json.WriteStartObject("items");
        Describe($"The objects of the kind {list.Kind.Kind}.");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        WriteReferenceWith(list.ItemName, "", isItem: true);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteText("kind", KindDescription);
        json.WriteStartObject("metadata");
        WriteReferenceWith("io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta", "Standard metadata of a list.", isItem: false);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteKinds([new(list.Kind.Group, list.Kind.Version, list.Kind.ListKind)]);
    }

    private void WriteObject(Definition.Object definition)
    {
        var schema = definition.Schema;
        Describe(schema.Record is { } record ? comments.Of(record) : schema.Description ?? "");
        json.WriteString("type", "object");
        WriteFields(schema, definition.Custom);
        if (definition.Custom is not null)
            SchemaRuleWriter.Write(json, schema, this);
        if (schema.Atomic)
            json.WriteString("x-kubernetes-map-type", "atomic");
        WriteKinds(definition.Kinds);
    }

    private void WriteFields(Schema schema, KindInfo? customRoot)
    {
        WriteStrings("required", [.. schema.Fields.Where(field => field.Required).Select(field => field.Name)]);
        if (schema.Fields.Count == 0 && customRoot is null)
            return;

        json.WriteStartObject("properties");
        if (customRoot is not null)
        {
            WriteText("apiVersion", ApiVersionDescription);
            WriteText("kind", KindDescription);
            json.WriteStartObject("metadata");
            WriteReferenceWith("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta", "Standard object metadata.", isItem: false);
            json.WriteEndObject();
        }

        foreach (var field in schema.Fields)
        {
            if (customRoot is not null && field.Name is "apiVersion" or "kind" or "metadata")
                continue;

            json.WriteStartObject(field.Name);
            WriteField(field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteField(FieldSchema field)
    {
        var description = field.Property is { } property ? comments.Of(property) : field.Description ?? field.Schema.Description ?? field.Name switch
        {
            "kind" => KindDescription,
            "apiVersion" => ApiVersionDescription,
            _ => "",
        };
        var isRecord = field.Property is not null;
        if (isRecord && DefinitionOf(field.Schema, field.Property) is { } definition)
            WriteReferenceWith(definition, description, isItem: false, field.Default);
        else
            WriteInline(field.Schema, field.Property, description, field.Default);
        if (field.Property is { } declared)
            WriteMerging(field.Schema, declared);
    }

    private static string? DefinitionOf(Schema schema, PropertyInfo? property) =>
        schema is { Kind: SchemaKind.Object, Record: not null } ? schema.Name : WellKnownValue.Of(schema, property)?.Name;

    /// <summary>Text beside a reference is allowed only in the second version; the third wraps the reference.</summary>
    private void WriteReferenceWith(string definition, string description, bool isItem, Tree? defaultValue = null)
    {
        Describe(description);
        if (!isV3 || (description.Length == 0 && !isItem && defaultValue is null))
        {
            WriteReference(definition);
            return;
        }

        json.WriteStartArray("allOf");
        json.WriteStartObject();
        WriteReference(definition);
        json.WriteEndObject();
        json.WriteEndArray();
        if (defaultValue is not null)
            WriteTree("default", defaultValue);
    }

    private void WriteInline(Schema schema, PropertyInfo? property, string description, Tree? defaultValue)
    {
        Describe(description);
        var (type, format) = TypeOf(schema);
        if (type.Length > 0)
            json.WriteString("type", type);
        if (format.Length > 0)
            json.WriteString("format", format);
        if (isV3 && defaultValue is not null)
            WriteTree("default", defaultValue);
        if (isV3)
            WriteStrings("enum", schema.Enum);
        if (schema.Element is { } element && schema.Kind is SchemaKind.List or SchemaKind.Map)
        {
            json.WriteStartObject(schema.Kind == SchemaKind.List ? "items" : "additionalProperties");
            if (property is not null && DefinitionOf(element, property) is { } definition)
                WriteReferenceWith(definition, "", isItem: true);
            else
                WriteInline(element, property, element.Description ?? "", null);
            json.WriteEndObject();
        }

        if (schema is { Kind: SchemaKind.Object, Record: null })
            WriteFields(schema, null);
        if (property is null)
            SchemaRuleWriter.Write(json, schema, this);
    }

    public void WriteRule(Schema schema) => WriteInline(schema, null, schema.Description ?? "", null);

    private static (string Type, string Format) TypeOf(Schema schema) => schema.Kind switch
    {
        SchemaKind.Object or SchemaKind.Map => ("object", ""),
        SchemaKind.List => ("array", ""),
        SchemaKind.Int32 => ("integer", "int32"),
        SchemaKind.Int64 => ("integer", "int64"),
        SchemaKind.Integer => ("integer", schema.Rules?.Format ?? ""),
        SchemaKind.Double => ("number", schema.Rules is null ? "double" : schema.Rules.Format ?? ""),
        SchemaKind.Flag => ("boolean", ""),
        SchemaKind.Bytes => ("string", "byte"),
        SchemaKind.Text or SchemaKind.Quantity or SchemaKind.Duration => ("string", schema.Rules?.Format ?? ""),
        SchemaKind.Time or SchemaKind.MicroTime => ("string", "date-time"),
        _ => ("", ""),
    };

    private void WriteMerging(Schema schema, PropertyInfo property)
    {
        var patch = property.GetCustomAttribute<PatchAttribute>();
        if (schema.Kind == SchemaKind.List)
        {
            WriteStrings("x-kubernetes-list-map-keys", schema.ListKeys);
            json.WriteString("x-kubernetes-list-type", schema.ListMerge switch
            {
                ListMerge.Map => "map",
                ListMerge.Set => "set",
                _ => "atomic",
            });
        }

        if (schema.Kind != SchemaKind.List && property.IsDefined(typeof(AtomicAttribute)))
            json.WriteString("x-kubernetes-map-type", "atomic");
        if (patch is null)
            return;

        if (patch.MergeKey is { } key)
            json.WriteString("x-kubernetes-patch-merge-key", key);
        json.WriteString("x-kubernetes-patch-strategy", (patch.Merge, patch.RetainKeys) switch
        {
            (true, true) => "merge,retainKeys",
            (true, false) => "merge",
            _ => "retainKeys",
        });
    }

    private void WriteText(string name, string description)
    {
        json.WriteStartObject(name);
        Describe(description);
        json.WriteString("type", "string");
        json.WriteEndObject();
    }

    public void WriteStrings(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;

        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private void WriteTree(string name, Tree tree)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(JsonTreeWriter.ToUtf8(tree));
    }

    private void Describe(string description)
    {
        if (description.Length > 0)
            json.WriteString("description", description);
    }
}
