using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>Where the status has a path of its own, the root may only say what also holds when the status is looked at alone.</summary>
internal static class SchemaRootValidation
{
    private static readonly string[] Allowed =
    [
        "Description", "Type", "Format", "Title", "Maximum", "ExclusiveMaximum", "Minimum", "ExclusiveMinimum", "MaxLength", "MinLength",
        "Pattern", "MaxItems", "MinItems", "UniqueItems", "MultipleOf", "Required", "Items", "Properties", "ExternalDocs", "Example",
        "XPreserveUnknownFields", "XValidations",
    ];

    public static void Check(TreeObject schema, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, value) in schema)
        {
            if (name == "type")
            {
                if (value is TreeText { Value: not "object" } type)
                    errors.Invalid(path.Child("openAPIV3Schema.type"), type, "only \"object\" is allowed as the type at the root of the schema if the status subresource is enabled");
            }
            else if (!Allowed.Contains(GoName(name)) && !value.IsZero)
            {
                errors.Invalid(
                    path.Child("openAPIV3Schema"), schema, $"only [{string.Join(' ', Allowed)}] fields are allowed at the root of the schema if the status subresource is enabled");
                return;
            }
        }
    }

    private static string GoName(string name) => name switch
    {
        "x-kubernetes-preserve-unknown-fields" => "XPreserveUnknownFields",
        "x-kubernetes-validations" => "XValidations",
        _ => char.ToUpperInvariant(name[0]) + name[1..],
    };
}
