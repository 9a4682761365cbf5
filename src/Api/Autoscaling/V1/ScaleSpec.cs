using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V1;

/// <summary>Holds the desired values of a scale subresource.</summary>
public sealed record ScaleSpec
{
    /// <summary>How many instances of the scaled object should exist.</summary>
    [Field(1)]
    public int Replicas { get; init; }
}
