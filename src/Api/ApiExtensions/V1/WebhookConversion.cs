using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Configures the webhook that translates objects between versions.</summary>
public sealed record WebhookConversion
{
    /// <summary>Where and how to reach the webhook when the strategy is Webhook.</summary>
    [Field(2)]
    public WebhookClientConfig? ClientConfig { get; init; }

    /// <summary>ConversionReview versions the webhook understands, most preferred first. The API server uses the first it supports; if there is none, conversion fails.</summary>
    [Field(3, Required = true, Always = true)]
    public IReadOnlyList<string>? ConversionReviewVersions { get; init; }
}
