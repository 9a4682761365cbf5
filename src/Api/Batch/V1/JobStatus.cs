using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Progress and outcome of a job as observed by its controller.</summary>
public sealed record JobStatus
{
    /// <summary>Latest observations of the job, for example type "Failed" or "Suspended" with status true.</summary>
    [Field(1)]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<JobCondition>? Conditions { get; init; }

    /// <summary>When the controller began working on the job. Unset while it is created suspended, and reset on every resume.</summary>
    [Field(2)]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When the job finished successfully, in RFC3339 form and UTC. Unset for jobs that fail.</summary>
    [Field(3)]
    public DateTimeOffset? CompletionTime { get; init; }

    /// <summary>Count of pending and running pods that are not being deleted. Zero once the job has finished.</summary>
    [Field(4)]
    public int Active { get; init; }

    /// <summary>Count of pods that ended in phase Succeeded. It can drop only when an elastic indexed job is scaled down.</summary>
    [Field(5)]
    public int Succeeded { get; init; }

    /// <summary>Count of pods that ended in phase Failed. It only ever grows.</summary>
    [Field(6)]
    public int Failed { get; init; }

    /// <summary>Count of pods being deleted that are still in phase Pending or Running. Filled in with feature gate JobPodReplacementPolicy, enabled by default.</summary>
    [Field(11)]
    public int? Terminating { get; init; }

    /// <summary>Indexes of an Indexed job that have completed, as ascending comma-separated numbers with longer runs compressed into ranges.</summary>
    [Field(7)]
    public string? CompletedIndexes { get; init; }

    /// <summary>Indexes that have failed when backoffLimitPerIndex is set, written in the same text format as completedIndexes.</summary>
    [Field(10, Pointer = true)]
    public string? FailedIndexes { get; init; }

    /// <summary>UIDs of pods that have ended but are not yet included in the status counters.</summary>
    [Field(8)]
    public UncountedTerminatedPods? UncountedTerminatedPods { get; init; }

    /// <summary>Count of active pods that have the Ready condition and are not being deleted.</summary>
    [Field(9)]
    public int? Ready { get; init; }
}
