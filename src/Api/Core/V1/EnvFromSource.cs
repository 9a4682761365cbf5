using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Takes a whole ConfigMap or Secret as a set of environment variables.</summary>
public sealed record EnvFromSource
{
    /// <summary>Optional text put in front of every key. Must be a C_IDENTIFIER.</summary>
    [Field(1)]
    public string? Prefix { get; init; }

    /// <summary>ConfigMap whose entries become environment variables.</summary>
    [Field(2)]
    public ConfigMapEnvSource? ConfigMapRef { get; init; }

    /// <summary>Secret whose entries become environment variables.</summary>
    [Field(3)]
    public SecretEnvSource? SecretRef { get; init; }
}
