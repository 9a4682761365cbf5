using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>DNS settings of a pod, on top of those that dnsPolicy generates.</summary>
public sealed record PodDNSConfig
{
    /// <summary>IP addresses of DNS servers to add to those from dnsPolicy. Duplicates are removed.</summary>
    [Field(1)]
    public IReadOnlyList<string>? Nameservers { get; init; }

    /// <summary>Search domains for host lookups to add to those from dnsPolicy. Duplicates are removed.</summary>
    [Field(2)]
    public IReadOnlyList<string>? Searches { get; init; }

    /// <summary>Resolver options to merge with those from dnsPolicy; on a conflict these win. Duplicates are removed.</summary>
    [Field(3)]
    public IReadOnlyList<PodDNSConfigOption>? Options { get; init; }
}
