using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Makes a field of a custom resource usable in field selectors.</summary>
public sealed record SelectableField
{
    /// <summary>Simple JSON path, without array notation, to a string, boolean or integer field whose value can be selected on. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? JsonPath { get; init; }
}
