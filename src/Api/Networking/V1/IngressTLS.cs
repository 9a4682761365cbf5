using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Ties a TLS certificate to the hosts of an Ingress that it secures.</summary>
public sealed record IngressTLS
{
    /// <summary>Host names that the certificate in the secret covers. Defaults to the wildcard host of the load balancer controller that serves the Ingress.</summary>
    [Field(1)]
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>Secret with the certificate and key used to terminate TLS on port 443. May be left out to route TLS by SNI host name alone.</summary>
    [Field(2)]
    public string? SecretName { get; init; }
}
