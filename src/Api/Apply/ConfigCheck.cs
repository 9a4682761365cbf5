using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>Does an applied configuration fit its schema? An apply must know of every field what it is.</summary>
internal static class ConfigCheck
{
    /// <summary>Everything that is wrong, in Kubernetes' words; empty when nothing is.</summary>
    public static IReadOnlyList<string> Errors(TreeObject config, ApplyType type)
    {
        var errors = new List<string>();
        Check(config, type, "", errors);
        return errors;
    }

    private static void Check(Tree value, ApplyType type, string path, List<string> errors)
    {
        if (value is TreeNull || type.Scalar == ScalarForm.Opaque)
            return;

        switch (value)
        {
            case TreeObject members when type.IsObject:
                CheckMembers(members, type, path, errors);
                break;
            case TreeList items when type.List is { } form:
                CheckItems(items, form, path, errors);
                break;
            default:
                if (WrongForm(value, type) is { } error)
                    errors.Add(At(path, error));
                break;
        }
    }

    private static void CheckMembers(TreeObject members, ApplyType type, string path, List<string> errors)
    {
        foreach (var (name, value) in members)
        {
            if (type.TypeOf(name) is { } valueType)
                Check(value, valueType, $"{path}.{name}", errors);
            else
                errors.Add($"{path}.{name}: field not declared in schema");
        }
    }

    private static void CheckItems(TreeList items, ListForm form, string path, List<string> errors)
    {
        var seen = new HashSet<string>();
        var itemType = form.Item();
        for (var i = 0; i < items.Count; i++)
        {
            if (form.IsAtomic)
            {
                Check(items[i], itemType, $"{path}[{i}]", errors);
                continue;
            }

            try
            {
                var element = form.ElementOf(items[i]);
                if (!seen.Add(element.Text))
                    errors.Add(At(path, $"duplicate entries for key {element}"));
                Check(items[i], itemType, path + element, errors);
            }
            catch (ApplyFailedException failure)
            {
                // Without a key even the place of further errors cannot be said.
                errors.Add(At(path, $"element {i}: {failure.Message}"));
                return;
            }
        }
    }

    private static string? WrongForm(Tree value, ApplyType type)
    {
        if (type.IsObject)
            return type.Scalar == ScalarForm.None ? $"expected map, got {Shown(value)}" : null;
        if (type.List is not null)
            return type.Scalar == ScalarForm.None ? $"expected list, got {Shown(value)}" : null;

        return type.Scalar switch
        {
            ScalarForm.Number when value is not TreeNumber => $"expected numeric (int or float), got {GoText.TypeOf(value)}",
            ScalarForm.Text when value is not TreeText => $"expected string, got {Shown(value)}",
            ScalarForm.Flag when value is not TreeFlag => $"expected boolean, got {Shown(value)}",
            ScalarForm.Any when value is TreeObject or TreeList => $"expected any scalar, got {Shown(value)}",
            _ => null,
        };
    }

    private static string Shown(Tree value) => $"&{{{GoText.Of(value)}}}";

    private static string At(string path, string error) => path.Length == 0 ? error : $"{path}: {error}";
}
