using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Pods that have ended but are still missing from the job's status counters, listed by UID.</summary>
public sealed record UncountedTerminatedPods
{
    /// <summary>UIDs of not yet counted pods that ended with success.</summary>
    [Field(1)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? Succeeded { get; init; }

    /// <summary>UIDs of not yet counted pods that ended in failure.</summary>
    [Field(2)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? Failed { get; init; }
}
