using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Sets how objects are translated between the versions of a custom resource.</summary>
public sealed record CustomResourceConversion
{
    /// <summary>Conversion method: None changes only the apiVersion, while Webhook has the API server call an external service.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Strategy { get; init; }

    /// <summary>Settings for calling the conversion service. Required when the strategy is Webhook.</summary>
    [Field(2)]
    public WebhookConversion? Webhook { get; init; }
}
