using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Manages a replicated application and rolls out declared changes to its ReplicaSets and Pods.</summary>
[Kind("apps/v1", "deployments", ShortNames = ["deploy"], Categories = ["all"])]
[Subresource("scale", "get,patch,update", Record = typeof(Autoscaling.V1.Scale))]
[Subresource("status", "get,patch,update")]
public sealed record Deployment : IApiObject
{
    /// <summary>Usual object metadata, such as the name, namespace and labels of the deployment.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Describes the pods to run, their number and the rollout behavior.</summary>
    [Field(2, Always = true)]
    public DeploymentSpec? Spec { get; init; }

    /// <summary>Rollout progress and pod counts as last observed by the controller.</summary>
    [Field(3, Always = true)]
    public DeploymentStatus? Status { get; init; }
}
