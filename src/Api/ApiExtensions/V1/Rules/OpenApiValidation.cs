using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>Which parts of OpenAPI a schema may use, and how the x-kubernetes extensions go together.</summary>
internal sealed class OpenApiValidation(FieldErrors errors)
{
    private const string ListType = "x-kubernetes-list-type";
    private const string MapType = "x-kubernetes-map-type";
    private const string MapKeys = "x-kubernetes-list-map-keys";

    private static readonly string[] Types = ["array", "boolean", "integer", "number", "object", "string"];
    private static readonly string[] ListTypes = ["atomic", "set", "map"];
    private static readonly string[] MapTypes = ["atomic", "granular"];
    private static readonly string[] Junctors = ["allOf", "oneOf", "anyOf"];
    private static readonly string[] Unsupported = ["id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref"];

    public static void Check(TreeObject schema, FieldPath path, FieldErrors errors) =>
        new OpenApiValidation(errors).Check(schema, path, isRoot: true, noDefaults: null);

    private void Check(TreeObject schema, FieldPath path, bool isRoot, string? noDefaults)
    {
        CheckStandard(schema, path, noDefaults);
        if (schema.Flag("uniqueItems") == true)
            errors.Forbidden(path.Child("uniqueItems"), "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");

        CheckMembers(schema, path, isRoot, noDefaults);
        if (schema.Object("not") is { } not)
            Check(not, path.Child("not"), false, noDefaults);
        foreach (var junctor in Junctors)
        {
            var index = 0;
            foreach (var nested in schema.List(junctor)?.Objects() ?? [])
                Check(nested, path.Child(junctor).Index(index++), false, noDefaults);
        }

        if (schema.Object("items") is { } items)
            Check(items, path.Child("items"), false, noDefaults);
        if (schema.Flag("x-kubernetes-preserve-unknown-fields") == false)
            errors.Invalid(path.Child("x-kubernetes-preserve-unknown-fields"), false, "must be true or undefined");
        CheckMapType(schema, path);
        CheckListType(schema, path);
        CheckKeys(schema, path);
        ExpressionRules.Check(schema, isRoot, path, errors);
    }

    private void CheckStandard(TreeObject schema, FieldPath path, string? noDefaults)
    {
        var type = schema.Text("type") ?? "";
        if (type.Length > 0 && !Types.Contains(type))
            errors.NotSupported(path.Child("type"), type, Types);
        if (schema.Has("default") && noDefaults is not null)
            errors.Forbidden(path.Child("default"), "must not be set " + noDefaults);
        foreach (var name in Unsupported)
        {
            if (schema[name] is { IsZero: false })
                errors.Forbidden(path.Child(name), $"{name} is not supported");
        }

        if (type == "null")
            errors.Forbidden(path.Child("type"), "type cannot be set to null, use nullable as an alternative");
        if (schema["items"] is TreeList)
            errors.Forbidden(path.Child("items"), "items must be a schema object and not an array");
    }

    private void CheckMembers(TreeObject schema, FieldPath path, bool isRoot, string? noDefaults)
    {
        var properties = schema.Object("properties");
        if (schema["additionalProperties"] is { } additional and not TreeFlag { Value: true } && properties is { Count: > 0 })
            errors.Forbidden(path.Child("additionalProperties"), "additionalProperties and properties are mutual exclusive");
        if (schema.Object("additionalProperties") is { } values)
            Check(values, path.Child("additionalProperties"), false, noDefaults);

        foreach (var (name, property) in properties ?? [])
        {
            var inner = isRoot && (name is "metadata" or "kind" or "apiVersion") ? $"in top-level {name}" : noDefaults;
            Check((TreeObject)property, path.Child("properties").Key(name), false, inner);
        }
    }

    private void CheckMapType(TreeObject schema, FieldPath path)
    {
        if (schema.Text(MapType) is not { } mapType)
            return;

        CheckTypeIs(schema, "object", MapType, path);
        if (!MapTypes.Contains(mapType))
            errors.NotSupported(path.Child(MapType), mapType, MapTypes);
    }

    private void CheckTypeIs(TreeObject schema, string wanted, string because, FieldPath path)
    {
        var message = $"must be {wanted} if {because} is specified";
        if (schema.Text("type") is not { Length: > 0 } type)
            errors.Required(path.Child("type"), message);
        else if (type != wanted)
            errors.Invalid(path.Child("type"), type, message);
    }

    private void CheckListType(TreeObject schema, FieldPath path)
    {
        if (schema.Text(ListType) is not { } listType)
            return;

        const string ofSet = "must be atomic as item of a list with x-kubernetes-list-type=set";
        CheckTypeIs(schema, "array", ListType, path);
        var items = schema.Object("items");
        if (listType == "set" && items?.Text("type") == "array" && items.Text(ListType) is not (null or "atomic"))
            errors.Invalid(path.Child("items").Child(ListType), items.Text(ListType), ofSet);
        if (listType == "set" && items?.Text("type") == "object" && items.Text(MapType) != "atomic")
            errors.Invalid(path.Child("items").Child(MapType), items.Text(MapType), ofSet);
        if (!ListTypes.Contains(listType))
            errors.NotSupported(path.Child(ListType), listType, ListTypes);
        if (listType is "set" or "map" && items?.Flag("nullable") == true)
            errors.Forbidden(path.Child("items").Child("nullable"), $"cannot be nullable when x-kubernetes-list-type is {listType}");
    }

    private void CheckKeys(TreeObject schema, FieldPath path)
    {
        var keys = schema.List(MapKeys)?.Texts().ToArray() ?? [];
        var listType = schema.Text(ListType);
        if (keys.Length > 0 && listType != "map")
        {
            if (listType is null)
                errors.Required(path.Child(ListType), "must be map if x-kubernetes-list-map-keys is non-empty");
            else
                errors.Invalid(path.Child(ListType), listType, "must be map if x-kubernetes-list-map-keys is non-empty");
        }

        if (listType != "map")
            return;

        if (keys.Length == 0)
            errors.Required(path.Child(MapKeys), "must not be empty if x-kubernetes-list-type is map");
        if (schema.Object("items") is not { } items)
            errors.Required(path.Child("items"), "must have a schema if x-kubernetes-list-type is map");
        else if (items.Text("type") != "object")
            errors.Invalid(path.Child("items").Child("type"), items.Text("type") ?? "", "must be object if parent array's x-kubernetes-list-type is map");
        else
            CheckKeyFields(keys, items, path);
    }

    private void CheckKeyFields(string[] keys, TreeObject items, FieldPath path)
    {
        var required = items.List("required")?.Texts().ToHashSet() ?? [];
        for (var i = 0; i < keys.Length; i++)
        {
            if (Array.IndexOf(keys, keys[i]) < i)
                errors.Invalid(path.Child(MapKeys), keys, "must not contain duplicate entries");

            var at = path.Child("items").Child("properties").Key(keys[i]);
            if (items.Object("properties")?.Object(keys[i]) is not { } property)
            {
                errors.Invalid(path.Child(MapKeys), keys, "entries must all be names of item properties");
                continue;
            }

            if (property.Text("type") is "array" or "object")
                errors.Invalid(at.Child("type"), items.Text("type"), "must be a scalar type if parent array's x-kubernetes-list-type is map");
            if (property.Flag("nullable") == true)
                errors.Forbidden(at.Child("nullable"), "this property is in x-kubernetes-list-map-keys, so it cannot be nullable");
            if (!required.Contains(keys[i]) && !property.Has("default"))
                errors.Required(at.Child("default"), "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property");
        }
    }
}
