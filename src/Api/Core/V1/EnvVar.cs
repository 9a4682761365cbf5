using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One environment variable of a container.</summary>
public sealed record EnvVar
{
    /// <summary>What the variable is called. Must be a C_IDENTIFIER.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Literal content, with $(VAR_NAME) references to earlier variables expanded and unresolved ones kept. Write $$ for a single $.</summary>
    [Field(2)]
    public string? Value { get; init; }

    /// <summary>Takes the content from elsewhere. Not allowed together with a non-empty value.</summary>
    [Field(3)]
    public EnvVarSource? ValueFrom { get; init; }
}
