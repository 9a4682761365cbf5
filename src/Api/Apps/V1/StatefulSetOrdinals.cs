using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Controls which ordinal numbers the replicas of a StatefulSet receive.</summary>
public sealed record StatefulSetOrdinals
{
    /// <summary>Index given to the first replica in place of 0, for example to count from 1 or to move replicas between StatefulSets step by step.</summary>
    [Field(1, Always = true)]
    public int Start { get; init; }
}
