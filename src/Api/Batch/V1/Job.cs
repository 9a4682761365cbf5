using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Runs pods until a given amount of work has been completed.</summary>
[Kind("batch/v1", "jobs", Categories = ["all"])]
[Subresource("status", "get,patch,update")]
public sealed record Job : IApiObject
{
    /// <summary>Standard object metadata such as the name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Desired behavior of the job: its pod template, completions and failure handling.</summary>
    [Field(2, Always = true)]
    public JobSpec? Spec { get; init; }

    /// <summary>Observed state of the job, filled in by its controller.</summary>
    [Field(3, Always = true)]
    public JobStatus? Status { get; init; }
}
