namespace CloudletK8s.Api.Values;

/// <summary>A point in time that is written with six digits of a second.</summary>
public readonly record struct MicroTime(DateTimeOffset Value)
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public override string ToString() => Value.UtcDateTime.ToString(Format, System.Globalization.CultureInfo.InvariantCulture);
}
