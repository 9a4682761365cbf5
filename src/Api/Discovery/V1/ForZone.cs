using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Discovery.V1;

/// <summary>Names a zone that should make use of an endpoint.</summary>
public sealed record ForZone
{
    /// <summary>Zone whose clients are meant to use the endpoint.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }
}
