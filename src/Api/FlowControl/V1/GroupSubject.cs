using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Matches request originators by the user group they belong to.</summary>
public sealed record GroupSubject
{
    /// <summary>User group to match, or "*" for every group. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }
}
