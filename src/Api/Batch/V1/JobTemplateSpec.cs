using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Blueprint from which a cron job creates its Jobs.</summary>
public sealed record JobTemplateSpec
{
    /// <summary>Labels, annotations and other metadata given to every Job made from the template.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Desired behavior of every Job made from the template.</summary>
    [Field(2, Always = true)]
    public JobSpec? Spec { get; init; }
}
