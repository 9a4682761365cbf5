using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Names an additional condition on which the readiness of a pod depends.</summary>
public sealed record PodReadinessGate
{
    /// <summary>Type of the entry in the pod's condition list that has to be true.</summary>
    [Field(1, Required = true, Always = true)]
    public string? ConditionType { get; init; }
}
