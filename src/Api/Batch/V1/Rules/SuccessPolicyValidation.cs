using System.Text;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Batch.V1.Rules;

internal static class SuccessPolicyValidation
{
    private const int MostRules = 20;
    private const int IndexesLength = 64 * 1024;

    public static void Validate(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (!JobSpecValidation.IsIndexed(spec))
        {
            errors.InvalidHidden(path, "requires indexed completion mode");
            return;
        }

        var rules = spec.SuccessPolicy!.Rules ?? [];
        if (rules.Count == 0)
            errors.Required(path.Child("rules"), "at least one rules must be specified when the successPolicy is specified");
        if (rules.Count > MostRules)
            errors.TooMany(path.Child("rules"), rules.Count, MostRules);

        for (var i = 0; i < rules.Count; i++)
            ValidateRule(spec.Completions ?? 0, rules[i], path.Child("rules").Index(i), errors);
    }

    private static void ValidateRule(int completions, SuccessPolicyRule rule, FieldPath path, FieldErrors errors)
    {
        if (rule.SucceededCount is null && rule.SucceededIndexes is null)
            errors.Required(path, "at least one of succeededCount or succeededIndexes must be specified");

        var indexes = 0;
        if (rule.SucceededIndexes is { } text)
        {
            if (Encoding.UTF8.GetByteCount(text) > IndexesLength)
                errors.TooLong(path.Child("succeededIndexes"), IndexesLength);
            if (CompletionIndexes.Check(text, completions, out indexes) is { } wrong)
                errors.Invalid(path.Child("succeededIndexes"), text, "error parsing succeededIndexes: " + wrong);
        }

        if (rule.SucceededCount is not { } count)
            return;

        Numbers.NonNegative(count, path, "succeededCount", errors);
        if (count > completions)
            errors.Invalid(path.Child("succeededCount"), count, $"must be less than or equal to {completions} (the number of specified completions)");
        if (rule.SucceededIndexes is not null && count > indexes)
            errors.Invalid(path.Child("succeededCount"), count, $"must be less than or equal to {indexes} (the number of indexes in the specified succeededIndexes field)");
    }
}
