using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Maps fields of a custom resource to the Scale object that its scale subresource serves.</summary>
public sealed record CustomResourceSubresourceScale
{
    /// <summary>JSON path, under .spec and without array notation, of the desired replica count. A missing value makes reads of the scale subresource fail.</summary>
    [Field(1, Required = true, Always = true)]
    public string? SpecReplicasPath { get; init; }

    /// <summary>JSON path, under .status and without array notation, of the observed replica count. A missing value is shown as 0.</summary>
    [Field(2, Required = true, Always = true)]
    public string? StatusReplicasPath { get; init; }

    /// <summary>JSON path, under .status or .spec and without array notation, that supplies the Scale status.selector. Needed for the HorizontalPodAutoscaler.</summary>
    [Field(3, Pointer = true)]
    public string? LabelSelectorPath { get; init; }
}
