using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

internal static class SelectableFieldsValidation
{
    private const int Most = 8;

    public static void Check(TreeObject version, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        var index = -1;
        foreach (var field in version.List("selectableFields")?.Objects() ?? [])
        {
            var at = path.Index(++index).Child("jsonPath");
            var jsonPath = field.Text("jsonPath") ?? "";
            if (jsonPath.Length == 0)
            {
                errors.Required(at);
                continue;
            }

            if (Find(jsonPath, DefinitionTrees.SchemaOf(version), out var type) is { } wrong)
            {
                errors.Invalid(at, jsonPath, "is an invalid path: " + wrong);
                continue;
            }

            if (jsonPath.StartsWith(".metadata", StringComparison.Ordinal))
                errors.Invalid(at, jsonPath, "must not point to fields in metadata");
            if (type is not ("string" or "boolean" or "integer"))
                errors.Invalid(at, jsonPath, "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.");
            if (!seen.Add(jsonPath))
                errors.Duplicate(at, jsonPath);
        }

        if (seen.Count > Most)
            errors.TooMany(path, seen.Count, Most);
    }

    private static string? Find(string path, TreeObject? schema, out string type)
    {
        type = "";
        if (!path.StartsWith('.'))
            return $"expected [ or . but got: {path}";
        if (path.Contains('['))
            return "array notation is not allowed";

        foreach (var name in path[1..].Split('.'))
        {
            schema = schema?.Object("properties")?.Object(name);
            if (schema is null)
                return $"does not refer to a valid field: {name}";
        }

        type = schema?.Text("type") ?? "";
        return null;
    }
}
