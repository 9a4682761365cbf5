using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Points to the priority level that is to be used.</summary>
public sealed record PriorityLevelConfigurationReference
{
    /// <summary>Priority level configuration to use, given by its name. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }
}
