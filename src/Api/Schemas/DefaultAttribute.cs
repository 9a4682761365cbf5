namespace CloudletK8s.Api.Schemas;

/// <summary>What a field holds when it was not given: a text, a whole number or a flag; <c>"{}"</c> with <see cref="EmptyObject"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultAttribute(object value) : Attribute
{
    /// <summary>An absent object becomes an empty one, so that the defaults inside it apply.</summary>
    public const string EmptyObject = "{}";

    public object Value { get; } = value;
}
