using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Describes how the API server opens a TLS connection to a webhook.</summary>
public sealed record WebhookClientConfig
{
    /// <summary>Address of the webhook as scheme://host:port/path, for hosts outside the cluster. Set exactly one of this and service.</summary>
    [Field(3, Pointer = true)]
    public string? Url { get; init; }

    /// <summary>Points to the Service in front of a webhook running inside the cluster. Set either this or url.</summary>
    [Field(1)]
    public ServiceReference? Service { get; init; }

    /// <summary>PEM encoded CA certificates used to verify the webhook's server certificate. When unset, the API server's system trust roots apply.</summary>
    [Field(2)]
    public byte[]? CaBundle { get; init; }
}
