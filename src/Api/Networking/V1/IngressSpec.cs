using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Desired routing of an Ingress: its host rules, TLS settings, fallback backend and controller class.</summary>
public sealed record IngressSpec
{
    /// <summary>Chooses the IngressClass, and through it the controller that should serve this Ingress.</summary>
    [Field(4, Pointer = true)]
    public string? IngressClassName { get; init; }

    /// <summary>Receives requests that match none of the rules. Must be set when there are no rules; otherwise the controller decides how unmatched requests are handled.</summary>
    [Field(1)]
    public IngressBackend? DefaultBackend { get; init; }

    /// <summary>Certificates and the hosts they cover. Only port 443 is supported; entries for different hosts share it and are told apart by SNI.</summary>
    [Field(2)]
    public IReadOnlyList<IngressTLS>? Tls { get; init; }

    /// <summary>Host rules that route traffic to backends. Requests that match none of them, or all requests if the list is empty, go to the default backend.</summary>
    [Field(3)]
    public IReadOnlyList<IngressRule>? Rules { get; init; }
}
