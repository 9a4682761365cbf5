namespace CloudletK8s.Api.Kinds;

/// <summary>A path below an object of the kind.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SubresourceAttribute(string name, string verbs) : Attribute
{
    public string Name { get; } = name;

    public string Verbs { get; } = verbs;

    /// <summary>The record that travels there; null: the kind itself.</summary>
    public Type? Record { get; init; }
}
