using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Identifies the other end of allowed traffic, either by IP range or by pod and namespace labels.</summary>
public sealed record NetworkPolicyPeer
{
    /// <summary>Picks allowed peer pods by label; an empty selector picks all. Looks in the policy's own namespace unless namespaceSelector is also set.</summary>
    [Field(1)]
    public LabelSelector? PodSelector { get; init; }

    /// <summary>Picks the namespaces of allowed peers by label; an empty selector picks every namespace. Combined with podSelector, only matching pods in those namespaces count.</summary>
    [Field(2)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Matches peers by an IP address range. Cannot be combined with podSelector or namespaceSelector.</summary>
    [Field(3)]
    public IPBlock? IpBlock { get; init; }
}
