namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Bounds of numbers.</summary>
public static class Numbers
{
    public static void NonNegative(long? value, FieldPath parent, string name, FieldErrors errors)
    {
        if (value < 0)
            errors.Invalid(parent.Child(name), value.Value, Wording.Negative);
    }

    /// <summary>A counter that clients rely on never going back.</summary>
    public static void NotDecremented(int? value, int? old, FieldPath parent, string name, FieldErrors errors)
    {
        if (old is not null && (value ?? -1) < old)
            errors.Invalid(parent.Child(name), value ?? 0, "cannot be decremented");
    }
}
