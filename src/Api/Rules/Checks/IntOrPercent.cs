using System.Globalization;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>A count, or a share of a count.</summary>
public static class IntOrPercent
{
    public static void NonNegative(IntOrString value, FieldPath path, FieldErrors errors)
    {
        if (!value.IsNumber)
            errors.Invalid(path, GoText.Of(value), Keys.Percent(value.Text!));
        else if (value.Number < 0)
            errors.Invalid(path, value.Number, Wording.Negative);
    }

    public static void AtMostAll(IntOrString value, FieldPath path, FieldErrors errors)
    {
        if (Percent(value) is > 100)
            errors.Invalid(path, GoText.Of(value), "must not be greater than 100%");
    }

    /// <summary>Zero also for what is neither.</summary>
    public static bool IsZero(IntOrString value) => value.IsNumber ? value.Number == 0 : (Percent(value) ?? Whole(value.Text!)) == 0;

    private static int? Percent(IntOrString value) => !value.IsNumber && Keys.Percent(value.Text!).Count == 0
        ? int.TryParse(value.Text.AsSpan(0, value.Text!.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : int.MaxValue
        : null;

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
