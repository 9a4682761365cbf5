using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>State of the configuration that spec.configSource assigned to a node.</summary>
public sealed record NodeConfigStatus
{
    /// <summary>Checkpointed config that the node intends to use, saved to local disk whenever spec.configSource is updated.</summary>
    [Field(1)]
    public NodeConfigSource? Assigned { get; init; }

    /// <summary>Checkpointed config in actual use: the assigned one, or lastKnownGood if the assigned one led to an error.</summary>
    [Field(2)]
    public NodeConfigSource? Active { get; init; }

    /// <summary>Checkpointed config to fall back to on errors. An assigned config takes this role once the node finds it stable and correct.</summary>
    [Field(3)]
    public NodeConfigSource? LastKnownGood { get; init; }

    /// <summary>Problem met while bringing the active config in line with spec.configSource, such as a failed checkpoint.</summary>
    [Field(4)]
    public string? Error { get; init; }
}
