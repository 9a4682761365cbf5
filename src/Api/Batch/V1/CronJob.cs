using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Creates Jobs again and again on a Cron schedule.</summary>
[Kind("batch/v1", "cronjobs", ShortNames = ["cj"], Categories = ["all"])]
[Subresource("status", "get,patch,update")]
public sealed record CronJob : IApiObject
{
    /// <summary>Standard object metadata such as the name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Desired behavior of the cron job, including when it runs and which Job it creates.</summary>
    [Field(2, Always = true)]
    public CronJobSpec? Spec { get; init; }

    /// <summary>Observed state of the cron job, filled in by its controller.</summary>
    [Field(3, Always = true)]
    public CronJobStatus? Status { get; init; }
}
