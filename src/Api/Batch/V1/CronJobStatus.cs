using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>What the controller last observed about a cron job and its runs.</summary>
public sealed record CronJobStatus
{
    /// <summary>References to the Jobs of this cron job that are running now.</summary>
    [Field(1)]
    public IReadOnlyList<ObjectReference>? Active { get; init; }

    /// <summary>When a Job was last successfully scheduled.</summary>
    [Field(4)]
    public DateTimeOffset? LastScheduleTime { get; init; }

    /// <summary>When a Job of this cron job last completed with success.</summary>
    [Field(5)]
    public DateTimeOffset? LastSuccessfulTime { get; init; }
}
