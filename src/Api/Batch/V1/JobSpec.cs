using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>How a job runs: its pods, parallelism, completions and rules for failure.</summary>
public sealed record JobSpec
{
    /// <summary>Upper bound on pods running at once. Fewer run when the remaining work is smaller than this number.</summary>
    [Field(1)]
    public int? Parallelism { get; init; }

    /// <summary>How many pods must finish successfully. If null, the success of any one pod counts as success of all.</summary>
    [Field(2)]
    public int? Completions { get; init; }

    /// <summary>Seconds, counted from startTime, that the job may stay active before it is terminated. Must be positive; suspending the job stops the timer.</summary>
    [Field(3)]
    public long? ActiveDeadlineSeconds { get; init; }

    /// <summary>Rules that map kinds of pod failure to actions. If empty, failed pods simply count toward backoffLimit.</summary>
    [Field(11)]
    public PodFailurePolicy? PodFailurePolicy { get; init; }

    /// <summary>Rules for declaring the job succeeded early. If empty, the number of succeeded pods must equal completions.</summary>
    [Field(16)]
    public SuccessPolicy? SuccessPolicy { get; init; }

    /// <summary>How often to retry before the whole job is marked as failed. Defaults to 6.</summary>
    [Field(7)]
    public int? BackoffLimit { get; init; }

    /// <summary>How often one index may be retried before that index is marked as failed. Applies only to jobs with completionMode Indexed.</summary>
    [Field(12)]
    public int? BackoffLimitPerIndex { get; init; }

    /// <summary>With backoffLimitPerIndex set, the whole job fails and is terminated once more indexes than this have failed.</summary>
    [Field(13)]
    public int? MaxFailedIndexes { get; init; }

    /// <summary>Label query that matches the pods of this job. Normally filled in by the system.</summary>
    [Field(4)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Set to true to choose pod labels and selector yourself. If false or unset, the system generates labels unique to the job.</summary>
    [Field(5)]
    public bool? ManualSelector { get; init; }

    /// <summary>Blueprint of the pods the job creates. Its restartPolicy must be "Never" or "OnFailure".</summary>
    [Field(6, Required = true, Always = true)]
    public PodTemplateSpec? Template { get; init; }

    /// <summary>Seconds after completion or failure until the job may be deleted automatically.</summary>
    [Field(8)]
    public int? TtlSecondsAfterFinished { get; init; }

    /// <summary>How finished pods are counted. NonIndexed (default) treats all completions alike, while Indexed gives each one its own completion index.</summary>
    [Field(9, Pointer = true)]
    [Enum("NonIndexed", "Indexed")]
    public string? CompletionMode { get; init; }

    /// <summary>Set to true to keep the controller from creating pods; doing so on a running job deletes its active pods.</summary>
    [Field(10)]
    public bool? Suspend { get; init; }

    /// <summary>When a pod gets a replacement. TerminatingOrFailed acts as soon as it is terminating or failed, Failed waits until it has fully failed.</summary>
    [Field(14, Pointer = true)]
    [Enum("TerminatingOrFailed", "Failed")]
    public string? PodReplacementPolicy { get; init; }

    /// <summary>Names the controller in charge of the job. The built-in one acts only if this is unset or kubernetes.io/job-controller.</summary>
    [Field(15, Pointer = true)]
    public string? ManagedBy { get; init; }
}
