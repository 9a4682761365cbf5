using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Defines a priority level that API requests can be assigned to.</summary>
[Kind("flowcontrol.apiserver.k8s.io/v1", "prioritylevelconfigurations", ClusterScoped = true)]
[Subresource("status", "get,patch,update")]
public sealed record PriorityLevelConfiguration : IApiObject
{
    /// <summary>Standard object metadata such as name, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>How requests of the priority level should be handled.</summary>
    [Field(2, Always = true)]
    public PriorityLevelConfigurationSpec? Spec { get; init; }

    /// <summary>Current state of the priority level as the system sees it.</summary>
    [Field(3, Always = true)]
    public PriorityLevelConfigurationStatus? Status { get; init; }
}
