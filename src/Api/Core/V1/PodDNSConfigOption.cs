using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One option for the DNS resolver of a pod.</summary>
public sealed record PodDNSConfigOption
{
    /// <summary>Resolver option to set, for example ndots. Required.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>What the resolver option is set to.</summary>
    [Field(2, Pointer = true)]
    public string? Value { get; init; }
}
