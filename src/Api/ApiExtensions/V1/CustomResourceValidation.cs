using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Holds the schema that custom resources are checked against.</summary>
public sealed record CustomResourceValidation
{
    /// <summary>OpenAPI v3 schema that describes valid objects and which fields to keep.</summary>
    [Field(1)]
    public JSONSchemaProps? OpenAPIV3Schema { get; init; }
}
