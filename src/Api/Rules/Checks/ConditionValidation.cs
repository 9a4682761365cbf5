using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Conditions of the common type, as statuses carry them.</summary>
public static class ConditionValidation
{
    private const int ReasonLength = 1024;
    private const int MessageLength = 32 * 1024;

    private static readonly EnumField Statuses = EnumField.OfTexts("False", "True", "Unknown");

    public static void Validate(IReadOnlyList<Condition>? conditions, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < conditions?.Count; i++)
        {
            var type = conditions[i].Type ?? "";
            if (!seen.Add(type))
                errors.Duplicate(path.Index(i).Child("type"), type);
            Validate(conditions[i], path.Index(i), errors);
        }
    }

    public static void Validate(Condition condition, FieldPath path, FieldErrors errors)
    {
        errors.Invalid(path.Child("type"), condition.Type ?? "", QualifiedNames.Name(condition.Type ?? ""));
        Statuses.Check(condition.Status, path, "status", errors);
        if (condition.ObservedGeneration < 0)
            errors.Invalid(path.Child("observedGeneration"), condition.ObservedGeneration, "must be greater than or equal to zero");
        if (condition.LastTransitionTime is null)
            errors.Required(path.Child("lastTransitionTime"), "must be set");

        var reason = condition.Reason ?? "";
        if (reason.Length == 0)
            errors.Required(path.Child("reason"), "must be set");
        else if (!IsReason(reason))
            errors.Invalid(path.Child("reason"), reason, ReasonWording);
        if (Wording.IsLonger(reason, ReasonLength))
            errors.TooLong(path.Child("reason"), ReasonLength);
        if (Wording.IsLonger(condition.Message ?? "", MessageLength))
            errors.TooLong(path.Child("message"), MessageLength);
    }

    private static bool IsReason(string value)
    {
        if (!char.IsAsciiLetter(value[0]) || !(char.IsAsciiLetterOrDigit(value[^1]) || value[^1] == '_'))
            return false;

        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or ',' or ':'))
                return false;
        }

        return true;
    }

    private static string ReasonWording => Wording.Pattern(
        "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_'",
        "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?",
        "my_name",
        "MY_NAME",
        "MyName",
        "ReasonA,ReasonB",
        "ReasonA:ReasonB");
}
