using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One kernel parameter to set for the pod.</summary>
public sealed record Sysctl
{
    /// <summary>Kernel parameter that is to be set.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>What the kernel parameter is set to.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Value { get; init; }
}
