using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Nodes;

internal static class TaintValidation
{
    private static readonly string[] Effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    public static void Validate(IReadOnlyList<Taint> taints, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<(string?, string?)>();
        for (var i = 0; i < taints.Count; i++)
        {
            Validate(taints[i], path.Index(i), errors);
            if (!seen.Add((taints[i].Effect, taints[i].Key)))
                errors.Duplicate(path.Index(i), Shown(taints[i]), "taints must be unique by key and effect pair");
        }
    }

    private static void Validate(Taint taint, FieldPath path, FieldErrors errors)
    {
        var key = taint.Key ?? "";
        errors.Invalid(path.Child("key"), key, QualifiedNames.Name(key));
        if (QualifiedNames.LabelValue(taint.Value ?? "") is { Count: > 0 } wrong)
            errors.Invalid(path.Child("value"), taint.Value, string.Join(';', wrong));

        if (string.IsNullOrEmpty(taint.Effect))
            errors.Required(path.Child("effect"));
        else if (!Effects.Contains(taint.Effect))
            errors.NotSupported(path.Child("effect"), taint.Effect, Effects);
    }

    private static TreeObject Shown(Taint taint)
    {
        var shown = new TreeObject();
        shown.Set("key", taint.Key ?? "");
        if (!string.IsNullOrEmpty(taint.Value))
            shown.Set("value", taint.Value);
        shown.Set("effect", taint.Effect ?? "");
        return shown;
    }
}
