using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Tells the API server where a webhook is and how to trust its certificate.</summary>
public sealed record WebhookClientConfig
{
    /// <summary>Location of the webhook as scheme, host, port and path. Exactly one of url and service must be set; use service for in-cluster webhooks.</summary>
    [Field(3, Pointer = true)]
    public string? Url { get; init; }

    /// <summary>In-cluster Service that fronts the webhook. Either this or url must be set.</summary>
    [Field(1)]
    public ServiceReference? Service { get; init; }

    /// <summary>PEM certificates used to verify the webhook's server certificate. If unset, the system trust roots of the API server apply.</summary>
    [Field(2)]
    public byte[]? CaBundle { get; init; }
}
