using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

internal static class DefinitionNamesValidation
{
    private const string MixedCase = "may have mixed case, but should otherwise match: ";
    private static readonly string[] Mandatory = ["plural", "singular", "kind", "listKind"];

    public static void CheckRequired(TreeObject names, FieldPath path, FieldErrors errors)
    {
        foreach (var name in Mandatory)
        {
            if (string.IsNullOrEmpty(names.Text(name)))
                errors.Required(path.Child(name));
        }
    }

    public static void Check(TreeObject names, FieldPath path, FieldErrors errors)
    {
        CheckLabel(names.Text("plural"), path.Child("plural"), "", errors);
        CheckLabel(names.Text("singular"), path.Child("singular"), "", errors);
        CheckLabel(names.Text("kind"), path.Child("kind"), MixedCase, errors);
        CheckLabel(names.Text("listKind"), path.Child("listKind"), MixedCase, errors);
        CheckAll(names, "shortNames", path, errors);
        if (names.Text("kind") is { Length: > 0 } kind && kind == names.Text("listKind"))
            errors.Invalid(path.Child("listKind"), kind, "kind and listKind may not be the same");
        CheckAll(names, "categories", path, errors);
    }

    private static void CheckAll(TreeObject names, string list, FieldPath path, FieldErrors errors)
    {
        var index = 0;
        foreach (var text in names.List(list)?.Texts() ?? [])
        {
            if (DnsNames.Dns1035Label(text) is { Count: > 0 } wrong)
                errors.Invalid(path.Child(list).Index(index), text, string.Join(",", wrong));
            index++;
        }
    }

    private static void CheckLabel(string? value, FieldPath path, string prefix, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
            return;

        var compared = prefix.Length > 0 ? value.ToLowerInvariant() : value;
        if (DnsNames.Dns1035Label(compared) is { Count: > 0 } wrong)
            errors.Invalid(path, value, prefix + string.Join(",", wrong));
    }
}
