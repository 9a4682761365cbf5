using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>When a cron job fires and what the Jobs it creates look like.</summary>
public sealed record CronJobSpec
{
    /// <summary>When to run, written in Cron format.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Schedule { get; init; }

    /// <summary>Name from the tz database in which to interpret the schedule. Defaults to the time zone of the kube-controller-manager process.</summary>
    [Field(8, Pointer = true)]
    public string? TimeZone { get; init; }

    /// <summary>How many seconds late a run may still start after missing its time. Runs missed beyond that count as failed.</summary>
    [Field(2)]
    public long? StartingDeadlineSeconds { get; init; }

    /// <summary>What to do when the previous run is still going. "Allow" (default) runs both, "Forbid" skips the new run, "Replace" cancels the old one.</summary>
    [Field(3)]
    [Enum("Allow", "Forbid", "Replace")]
    [Default("Allow")]
    public string? ConcurrencyPolicy { get; init; }

    /// <summary>Set to true to hold back future runs; those already started carry on. Defaults to false.</summary>
    [Field(4)]
    [Default(false)]
    public bool? Suspend { get; init; }

    /// <summary>Blueprint of the Job that is created at each scheduled run.</summary>
    [Field(5, Required = true, Always = true)]
    public JobTemplateSpec? JobTemplate { get; init; }

    /// <summary>How many successfully finished Jobs to keep. Must not be negative and defaults to 3.</summary>
    [Field(6)]
    [Default(3)]
    public int? SuccessfulJobsHistoryLimit { get; init; }

    /// <summary>How many failed Jobs to keep after they finish. Must not be negative and defaults to 1.</summary>
    [Field(7)]
    [Default(1)]
    public int? FailedJobsHistoryLimit { get; init; }
}
