using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Permits selected pods to send traffic that matches both a listed port and a listed destination.</summary>
public sealed record NetworkPolicyEgressRule
{
    /// <summary>Destination ports that selected pods may connect to; matching any one is enough. Empty or missing allows every port.</summary>
    [Field(1)]
    public IReadOnlyList<NetworkPolicyPort>? Ports { get; init; }

    /// <summary>Destinations that selected pods may send traffic to; matching any one is enough. Empty or missing allows every destination.</summary>
    [Field(2)]
    public IReadOnlyList<NetworkPolicyPeer>? To { get; init; }
}
