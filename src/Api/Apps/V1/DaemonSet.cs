using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Runs a copy of a pod on every node, or on every node that matches.</summary>
[Kind("apps/v1", "daemonsets", ShortNames = ["ds"], Categories = ["all"])]
[Subresource("status", "get,patch,update")]
public sealed record DaemonSet : IApiObject
{
    /// <summary>Usual object metadata, such as the name, namespace and labels of the daemon set.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Describes which pods the daemon set runs and how it updates them.</summary>
    [Field(2, Always = true)]
    public DaemonSetSpec? Spec { get; init; }

    /// <summary>Last reported state of the daemon set, possibly slightly out of date. Set by the system and read-only.</summary>
    [Field(3, Always = true)]
    public DaemonSetStatus? Status { get; init; }
}
