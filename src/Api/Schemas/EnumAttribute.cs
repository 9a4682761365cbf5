namespace CloudletK8s.Api.Schemas;

/// <summary>The texts a field may hold.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnumAttribute(params string[] values) : Attribute
{
    public IReadOnlyList<string> Values { get; } = values;
}
