using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Matches request originators by their username.</summary>
public sealed record UserSubject
{
    /// <summary>Username to match, or "*" for every user. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }
}
