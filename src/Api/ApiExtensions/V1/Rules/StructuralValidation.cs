using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>
/// Schemas must be structural: the shape of an object stands outside of anyOf, allOf, oneOf and not, so that the server knows
/// what to keep without looking at values. Errors come sorted.
/// </summary>
internal sealed class StructuralValidation
{
    private static readonly string[] Junctors = ["anyOf", "allOf", "oneOf"];

    private static readonly (string Name, string Message)[] ForbiddenNested =
    [
        ("type", "must be empty to be structural"),
        ("additionalProperties", "must be undefined to be structural"),
        ("default", "must be undefined to be structural"),
        ("title", "must be empty to be structural"),
        ("description", "must be empty to be structural"),
        ("nullable", "must be false to be structural"),
        ("x-kubernetes-preserve-unknown-fields", "must be false to be structural"),
        ("x-kubernetes-embedded-resource", "must be false to be structural"),
        ("x-kubernetes-int-or-string", "must be false to be structural"),
        ("x-kubernetes-list-map-keys", "must be empty to be structural"),
        ("x-kubernetes-list-type", "must be undefined to be structural"),
        ("x-kubernetes-map-type", "must be undefined to be structural"),
        ("x-kubernetes-validations", "must be empty to be structural"),
    ];

    private readonly FieldErrors _errors = new();

    public static void Check(TreeObject schema, FieldPath path, FieldErrors errors)
    {
        var check = new StructuralValidation();
        check.Invariants(schema, Level.Root, path);
        check.Completeness(schema, schema, path, path);
        foreach (var error in check._errors.All.OrderBy(error => error.ToString(), StringComparer.Ordinal))
            errors.Add(error);
    }

    private enum Level
    {
        Root,
        Item,
        Field,
    }

    private void Invariants(TreeObject schema, Level level, FieldPath path)
    {
        var type = schema.Text("type") ?? "";
        if (schema.Object("items") is { } items)
            Invariants(items, Level.Item, path.Child("items"));
        else if (type == "array")
            _errors.Required(path.Child("items"), "must be specified");

        foreach (var (name, property) in schema.Object("properties") ?? [])
            Invariants((TreeObject)property, Level.Field, path.Child("properties").Key(name));

        if (schema.Has("additionalProperties") && level == Level.Root)
            _errors.Forbidden(path.Child("additionalProperties"), "must not be used at the root");
        if (schema.Object("additionalProperties") is { } values)
            Invariants(values, Level.Field, path.Child("additionalProperties"));

        Extensions(schema, path);
        Values(schema, IsIntOrString(schema.List("anyOf")), IsIntOrString((schema.List("allOf")?.FirstOrDefault() as TreeObject)?.List("anyOf")), path);
        TypeOf(schema, type, level, path);
        if (level == Level.Root || IsSet(schema, "x-kubernetes-embedded-resource"))
            TypeMembers(schema, level, path);
    }

    private void TypeOf(TreeObject schema, string type, Level level, FieldPath path)
    {
        var embedded = IsSet(schema, "x-kubernetes-embedded-resource");
        if (embedded && type != "object")
        {
            if (type.Length == 0)
                _errors.Required(path.Child("type"), "must be object if x-kubernetes-embedded-resource is true");
            else
                _errors.Invalid(path.Child("type"), type, "must be object if x-kubernetes-embedded-resource is true");
        }
        else if (type.Length == 0 && !IsSet(schema, "x-kubernetes-int-or-string") && !IsSet(schema, "x-kubernetes-preserve-unknown-fields"))
        {
            _errors.Required(path.Child("type"), level switch
            {
                Level.Root => "must not be empty at the root",
                Level.Item => "must not be empty for specified array items",
                _ => "must not be empty for specified object fields",
            });
        }

        if (embedded && schema.Has("additionalProperties"))
            _errors.Forbidden(path.Child("additionalProperties"), "must not be used if x-kubernetes-embedded-resource is set");
        if (level == Level.Root && type is not ("" or "object"))
            _errors.Invalid(path.Child("type"), type, "must be object at the root");
        if (embedded && !IsSet(schema, "x-kubernetes-preserve-unknown-fields") && schema.Object("properties") is null or { Count: 0 })
        {
            _errors.Required(
                path.Child("properties"), "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields");
        }
    }

    private void TypeMembers(TreeObject schema, Level level, FieldPath path)
    {
        var properties = schema.Object("properties");
        foreach (var name in (ReadOnlySpan<string>)["kind", "apiVersion"])
        {
            if (properties?.Object(name) is { } member && member.Text("type") != "string")
                _errors.Invalid(path.Child("properties").Key(name).Child("type"), member.Text("type") ?? "", "must be string");
        }

        if (properties?.Object("metadata") is not { } metadata)
            return;

        var at = path.Child("properties").Key("metadata");
        if (metadata.Text("type") != "object")
            _errors.Invalid(at.Child("type"), metadata.Text("type") ?? "", "must be object");

        if (level == Level.Root && !OnlyNames(metadata))
            _errors.Forbidden(at, "must not specify anything other than name and generateName, but metadata is implicitly specified");
    }

    private static bool OnlyNames(TreeObject metadata)
    {
        foreach (var (name, value) in metadata)
        {
            if (name == "properties" && ((TreeObject)value).Names.Any(member => member is not ("name" or "generateName")))
                return false;
            if (name is not ("properties" or "type" or "default") && !value.IsZero)
                return false;
        }

        return true;
    }

    private void Extensions(TreeObject schema, FieldPath path)
    {
        if (!IsSet(schema, "x-kubernetes-int-or-string"))
            return;

        foreach (var name in (ReadOnlySpan<string>)["x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource"])
        {
            if (IsSet(schema, name))
                _errors.Invalid(path.Child(name), true, "must be false if x-kubernetes-int-or-string is true");
        }
    }

    /// <summary>The one exception: a value that is a whole number or a text is written as anyOf of two types.</summary>
    private static bool IsIntOrString(TreeList? anyOf) => anyOf is [TreeObject { Count: 1 } first, TreeObject { Count: 1 } second]
        && first.Text("type") == "integer" && second.Text("type") == "string";

    private void Values(TreeObject schema, bool skipAnyOf, bool skipFirstAllOf, FieldPath path)
    {
        foreach (var junctor in Junctors)
        {
            var index = -1;
            foreach (var nested in schema.List(junctor)?.Objects() ?? [])
            {
                index++;
                if (junctor != "anyOf" || !skipAnyOf)
                    Nested(nested, junctor == "allOf" && index == 0 && skipFirstAllOf, path.Child(junctor).Index(index));
            }
        }

        if (schema.Object("not") is { } not)
            Nested(not, false, path.Child("not"));
        if (schema.Text("pattern") is { Length: > 0 } pattern && GoPatterns.Find(pattern) is null)
            _errors.Invalid(path.Child("pattern"), pattern, $"must be a valid regular expression, but isn't: error parsing regexp: `{pattern}`");
    }

    private void Nested(TreeObject schema, bool skipAnyOf, FieldPath path)
    {
        Values(schema, skipAnyOf, false, path);
        if (schema.Object("items") is { } items)
            Nested(items, false, path.Child("items"));
        foreach (var (name, property) in schema.Object("properties") ?? [])
            Nested((TreeObject)property, false, path.Child("properties").Key(name));
        foreach (var (name, message) in ForbiddenNested)
        {
            if (schema[name] is { } value && (!value.IsZero || name is "default" or "additionalProperties"))
                _errors.Forbidden(path.Child(name), message);
        }

        if (schema.Object("properties")?.Has("metadata") == true)
            _errors.Forbidden(path.Child("properties").Key("metadata"), "must not be specified in a nested context");
    }

    private void Completeness(TreeObject values, TreeObject shape, FieldPath shapePath, FieldPath path)
    {
        foreach (var junctor in Junctors)
        {
            var index = 0;
            foreach (var nested in values.List(junctor)?.Objects() ?? [])
                NestedCompleteness(nested, shape, shapePath, path.Child(junctor).Index(index++));
        }

        if (values.Object("not") is { } not)
            NestedCompleteness(not, shape, shapePath, path.Child("not"));
    }

    private void NestedCompleteness(TreeObject values, TreeObject? shape, FieldPath shapePath, FieldPath path)
    {
        if (shape is null)
        {
            _errors.Required(shapePath, $"because it is defined in {path}");
            return;
        }

        Completeness(values, shape, shapePath, path);
        if (values.Object("items") is { } items)
            NestedCompleteness(items, shape.Object("items"), shapePath.Child("items"), path.Child("items"));
        foreach (var (name, property) in values.Object("properties") ?? [])
        {
            NestedCompleteness(
                (TreeObject)property, shape.Object("properties")?.Object(name), shapePath.Child("properties").Key(name), path.Child("properties").Key(name));
        }
    }

    private static bool IsSet(TreeObject schema, string name) => schema.Flag(name) == true;
}
