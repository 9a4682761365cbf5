using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>Defaults must be valid values of the schema that they stand in, and name no unknown fields.</summary>
internal static class SchemaDefaultsValidation
{
    public static void Check(TreeObject schema, FieldPath path, FieldErrors errors)
    {
        if (schema["default"] is { } value and not TreeNull)
        {
            var described = DefinitionSchemas.Of(schema);
            var pruned = value.Clone();
            SchemaPruning.Prune(pruned, described);
            if (!pruned.SameAs(value))
                errors.Invalid(path.Child("default"), value, "must not have unknown fields");
            SchemaValidation.Check(value, null, described, path.Child("default"), errors);
        }

        if (schema.Object("items") is { } items)
            Check(items, path.Child("items"), errors);
        foreach (var (name, property) in schema.Object("properties") ?? [])
            Check((TreeObject)property, path.Child("properties").Key(name), errors);
    }
}
