using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V1;

/// <summary>Holds the observed values of a scale subresource.</summary>
public sealed record ScaleStatus
{
    /// <summary>How many instances of the scaled object were actually observed.</summary>
    [Field(1, Required = true, Always = true)]
    public int Replicas { get; init; }

    /// <summary>Label query for the counted pods, as a string in query parameter syntax, so that clients need not inspect a structured selector.</summary>
    [Field(2)]
    public string? Selector { get; init; }
}
