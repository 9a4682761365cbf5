using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources;

/// <summary>Whole objects inside custom resources must say what they are.</summary>
internal static class EmbeddedObjects
{
    public static void Check(Tree value, Schema schema, FieldPath? path, FieldErrors errors)
    {
        switch (value)
        {
            case TreeObject obj:
                if (schema.EmbeddedResource && path is not null)
                    CheckType(obj, path, errors);
                CheckMembers(obj, schema, path, errors);
                break;
            case TreeList list when schema.Element is { } element && path is not null:
                for (var i = 0; i < list.Count; i++)
                    Check(list[i], element, path.Index(i), errors);
                break;
        }
    }

    private static void CheckMembers(TreeObject obj, Schema schema, FieldPath? path, FieldErrors errors)
    {
        if (schema.Kind == SchemaKind.Map)
        {
            foreach (var (name, member) in obj)
                Check(member, schema.Element!, path?.Key(name) ?? FieldPath.Root(name), errors);
        }

        foreach (var field in schema.Fields)
        {
            if (field.Schema.Record is null && obj[field.Name] is { } member)
                Check(member, field.Schema, path?.Child(field.Name) ?? FieldPath.Root(field.Name), errors);
        }
    }

    private static void CheckType(TreeObject obj, FieldPath path, FieldErrors errors)
    {
        if (obj.Text("apiVersion") is not { Length: > 0 } apiVersion)
            errors.Required(path.Child("apiVersion"), "must not be empty");
        else if (apiVersion.Count('/') > 1)
            errors.Invalid(path.Child("apiVersion"), apiVersion, $"unexpected GroupVersion string: {apiVersion}");

        if (obj.Text("kind") is not { Length: > 0 } kind)
            errors.Required(path.Child("kind"), "must not be empty");
        else if (DnsNames.Dns1035Label(kind.ToLowerInvariant()) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("kind"), kind, "may have mixed case, but should otherwise match: " + string.Join(",", wrong));
    }
}
