using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Identifies a Secret in any namespace by its name and namespace.</summary>
[Atomic]
public sealed record SecretReference
{
    /// <summary>Secret to refer to, unique inside its namespace.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Where the Secret lives and where its name has to be unique.</summary>
    [Field(2)]
    public string? Namespace { get; init; }
}
