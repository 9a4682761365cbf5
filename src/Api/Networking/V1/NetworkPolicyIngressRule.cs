using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Lets traffic into the selected pods when it matches both a listed port and a listed source.</summary>
public sealed record NetworkPolicyIngressRule
{
    /// <summary>Pod ports that may be reached; matching any one is enough. Empty or missing opens every port.</summary>
    [Field(1)]
    public IReadOnlyList<NetworkPolicyPort>? Ports { get; init; }

    /// <summary>Sources that may connect to the selected pods; matching any one is enough. Empty or missing allows every source.</summary>
    [Field(2)]
    public IReadOnlyList<NetworkPolicyPeer>? From { get; init; }
}
