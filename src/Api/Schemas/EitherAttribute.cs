namespace CloudletK8s.Api.Schemas;

/// <summary>A value that is an object of the record, or else the other type (the unions of JSON schema). The property is a tree.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EitherAttribute(Type record, Type other) : Attribute
{
    public Type Record { get; } = record;

    public Type Other { get; } = other;
}
