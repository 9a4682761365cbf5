using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Groups similar inbound API requests into flows and assigns them to a priority level.</summary>
[Kind("flowcontrol.apiserver.k8s.io/v1", "flowschemas", ClusterScoped = true)]
[Subresource("status", "get,patch,update")]
public sealed record FlowSchema : IApiObject
{
    /// <summary>Standard object metadata such as name, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Which requests the schema matches and how it treats them.</summary>
    [Field(2, Always = true)]
    public FlowSchemaSpec? Spec { get; init; }

    /// <summary>Current state of the schema as the system sees it.</summary>
    [Field(3, Always = true)]
    public FlowSchemaStatus? Status { get; init; }
}
