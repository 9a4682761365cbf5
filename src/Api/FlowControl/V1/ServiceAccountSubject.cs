using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Matches request originators that are service accounts.</summary>
public sealed record ServiceAccountSubject
{
    /// <summary>Where the matching ServiceAccount objects live. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Namespace { get; init; }

    /// <summary>ServiceAccount to match, or "*" for any name. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Name { get; init; }
}
