namespace CloudletK8s.Api.Schemas;

/// <summary>
/// A member of a kind's record. The JSON name is the property's with a small first letter. A property of a plain value type is
/// left out when zero; a nullable one when it was not given; texts, lists and maps when empty; records when not given.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(int number) : Attribute
{
    /// <summary>The protobuf field number.</summary>
    public int Number { get; } = number;

    /// <summary>The JSON name where it is not the property's.</summary>
    public string? Name { get; init; }

    public bool Required { get; init; }

    /// <summary>Written even when it holds the zero value.</summary>
    public bool Always { get; init; }

    /// <summary>A text, list or map whose explicit empty value is kept; with <see cref="Always"/>, what is absent is written as null.</summary>
    public bool Pointer { get; init; }

    /// <summary>Protobuf nests the field in these messages although JSON does not, outermost first.</summary>
    public int[] In { get; init; } = [];
}
