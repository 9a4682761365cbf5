namespace CloudletK8s.Api.Selectors;

/// <param name="Differs">The field must not have the value.</param>
public sealed record FieldRequirement(string Field, string Value, bool Differs)
{
    public bool Matches(string value) => (value == Value) != Differs;

    public override string ToString() => $"{Field}{(Differs ? "!=" : "=")}{Value.Replace("\\", "\\\\").Replace(",", "\\,").Replace("=", "\\=")}";
}
