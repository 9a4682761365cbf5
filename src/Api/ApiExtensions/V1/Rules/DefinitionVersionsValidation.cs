using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

internal static class DefinitionVersionsValidation
{
    private const int LongestWarning = 256;
    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly string[] ColumnTypes = ["boolean", "date", "integer", "number", "string"];
    private static readonly string[] ColumnFormats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "name", "password"];

    public static void Check(TreeObject definition, TreeObject? old, FieldErrors errors)
    {
        var versions = DefinitionTrees.Versions(definition).ToArray();
        CheckTogether(definition.Object("spec")?.List("versions"), versions, errors);
        for (var i = 0; i < versions.Length; i++)
        {
            if (DefinitionTrees.SchemaOf(versions[i]) is null)
                errors.Required(Spec.Child("versions").Index(i).Child("schema").Child("openAPIV3Schema"), "schemas are required");
        }

        for (var i = 0; i < versions.Length; i++)
        {
            var path = Spec.Child("versions").Index(i);
            CheckName(versions[i], path, errors);
            CheckWarning(versions[i], path.Child("deprecationWarning"), errors);
        }

        CheckShared(versions, "schema", "validation", old, CheckSchema, errors);
        CheckShared(versions, "subresources", "subresources", old, CheckSubresources, errors);
        CheckShared(versions, "additionalPrinterColumns", "additionalPrinterColumns", old, CheckColumns, errors);
        CheckShared(versions, "selectableFields", "selectableFields", old, SelectableFieldsValidation.Check, errors);
    }

    private static void CheckTogether(TreeList? list, TreeObject[] versions, FieldErrors errors)
    {
        var shown = list ?? new TreeList();
        if (versions.Select(version => version.Text("name")).Distinct().Count() != versions.Length)
            errors.Invalid(Spec.Child("versions"), shown, "must contain unique version names");
        if (versions.Count(version => version.Flag("storage") == true) != 1)
            errors.Invalid(Spec.Child("versions"), shown, "must have exactly one version marked as storage version");
    }

    /// <summary>A member that is the same in all versions is checked once.</summary>
    private static void CheckShared(
        TreeObject[] versions, string member, string shared, TreeObject? old, Action<TreeObject, FieldPath, FieldErrors> check, FieldErrors errors)
    {
        if (versions.Length == 0)
            return;

        var same = versions.All(version => Tree.Same(version[member], versions[0][member]));
        for (var i = 0; i < (same ? 1 : versions.Length); i++)
        {
            // What was accepted once stays accepted while it stays as it is.
            var name = versions[i].Text("name");
            var before = old is null ? null : DefinitionTrees.Versions(old).FirstOrDefault(version => version.Text("name") == name);
            if (versions[i].Has(member) && (before is null || !Tree.Same(before[member], versions[i][member])))
                check(versions[i], same ? Spec.Child(shared) : Spec.Child("versions").Index(i).Child(member), errors);
        }
    }

    private static void CheckName(TreeObject version, FieldPath path, FieldErrors errors)
    {
        var name = version.Text("name") ?? "";
        if (DnsNames.Dns1035Label(name) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("name"), name, string.Join(",", wrong));
    }

    private static void CheckWarning(TreeObject version, FieldPath path, FieldErrors errors)
    {
        if (version.Text("deprecationWarning") is not { } warning)
            return;

        if (version.Flag("deprecated") != true)
            errors.Invalid(path, warning, "can only be set for deprecated versions");
        else if (warning.Length == 0)
            errors.Invalid(path, warning, "must not be an empty string");
        else if (Wording.IsLonger(warning, LongestWarning))
            errors.Invalid(path, warning, "must be <= 256 characters long");
        else if (warning.IndexOf(warning.FirstOrDefault(char.IsControl), StringComparison.Ordinal) is var at && warning.Any(char.IsControl))
            errors.Invalid(path, warning, $"must only contain printable UTF-8 characters; non-printable character found at index {at}");
    }

    private static void CheckSchema(TreeObject version, FieldPath path, FieldErrors errors)
    {
        if (DefinitionTrees.SchemaOf(version) is not { } schema)
            return;

        if (version.Object("subresources")?.Object("status") is not null)
            SchemaRootValidation.Check(schema, path, errors);
        if (schema.Flag("nullable") == true)
            errors.Forbidden(path.Child("openAPIV3Schema.nullable"), "nullable cannot be true at the root");

        var at = path.Child("openAPIV3Schema");
        var before = errors.All.Count;
        StructuralValidation.Check(schema, at, errors);
        OpenApiValidation.Check(schema, at, errors);
        if (errors.All.Count == before)
            SchemaDefaultsValidation.Check(schema, at, errors);
    }

    private static void CheckSubresources(TreeObject version, FieldPath path, FieldErrors errors)
    {
        if (version.Object("subresources", "scale") is not { } scale)
            return;

        CheckScalePath(scale.Text("specReplicasPath"), path.Child("scale.specReplicasPath"), [".spec."], "should be a json path under .spec", errors);
        CheckScalePath(scale.Text("statusReplicasPath"), path.Child("scale.statusReplicasPath"), [".status."], "should be a json path under .status", errors);
        if (scale.Text("labelSelectorPath") is { Length: > 0 } selector)
        {
            CheckScalePath(
                selector, path.Child("scale.labelSelectorPath"), [".spec.", ".status."], "should be a json path under either .spec or .status", errors);
        }
    }

    private static void CheckScalePath(string? value, FieldPath path, string[] starts, string wrong, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
            errors.Required(path);
        else if (value[0] != '.')
            errors.Invalid(path, value, "must be a simple json path starting with .");
        else if (!starts.Any(start => value.StartsWith(start, StringComparison.Ordinal)))
            errors.Invalid(path, value, wrong);
    }

    private static void CheckColumns(TreeObject version, FieldPath path, FieldErrors errors)
    {
        var index = 0;
        foreach (var column in version.List("additionalPrinterColumns")?.Objects() ?? [])
            CheckColumn(column, path.Index(index++), errors);
    }

    private static void CheckColumn(TreeObject column, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(column.Text("name")))
            errors.Required(path.Child("name"));

        var types = "must be one of " + string.Join(",", ColumnTypes);
        if (column.Text("type") is not { Length: > 0 } type)
            errors.Required(path.Child("type"), types);
        else if (!ColumnTypes.Contains(type))
            errors.Invalid(path.Child("type"), type, types);

        if (column.Text("format") is { Length: > 0 } format && !ColumnFormats.Contains(format))
            errors.Invalid(path.Child("format"), format, "must be one of " + string.Join(",", ColumnFormats));

        if (column.Text("jsonPath") is not { Length: > 0 } jsonPath)
            errors.Required(path.Child("JSONPath"));
        else if (jsonPath[0] != '.')
            errors.Invalid(path.Child("JSONPath"), jsonPath, "must be a simple json path starting with .");
    }
}
