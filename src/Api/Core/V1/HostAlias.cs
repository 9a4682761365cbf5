using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Extra line for the pod's hosts file that maps an IP address to hostnames.</summary>
public sealed record HostAlias
{
    /// <summary>Address written to the hosts file for the listed hostnames.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Ip { get; init; }

    /// <summary>Names that resolve to the IP address of this entry.</summary>
    [Field(2)]
    public IReadOnlyList<string>? Hostnames { get; init; }
}
