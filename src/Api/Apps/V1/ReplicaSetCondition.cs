using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>One observation about the state of a replica set at some point in time.</summary>
public sealed record ReplicaSetCondition
{
    /// <summary>Which aspect of the replica set the condition reports on.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>States if the condition is met, with the value True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>Time of the condition's latest change from one status to another.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short code for what caused the condition's last change.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Readable explanation of what led to the latest change.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
