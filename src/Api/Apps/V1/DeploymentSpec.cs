using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Holds the desired state of a Deployment.</summary>
public sealed record DeploymentSpec
{
    /// <summary>How many pods should run. Defaults to 1 when unset, while an explicit zero is kept.</summary>
    [Field(1)]
    [Default(1)]
    public int? Replicas { get; init; }

    /// <summary>Labels that identify the deployment's pods and the existing ReplicaSets it takes over. They must match the pod template's labels.</summary>
    [Field(2, Required = true, Always = true, Pointer = true)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Blueprint for the pods of the deployment. Its restartPolicy may only be "Always".</summary>
    [Field(3, Required = true, Always = true)]
    public PodTemplateSpec? Template { get; init; }

    /// <summary>How old pods are swapped for new ones during a rollout.</summary>
    [Field(4, Always = true)]
    [Patch(RetainKeys = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public DeploymentStrategy? Strategy { get; init; }

    /// <summary>Seconds a new pod must be ready, with no container crashing, before it counts as available. Defaults to 0, so readiness is enough.</summary>
    [Field(5)]
    public int MinReadySeconds { get; init; }

    /// <summary>How many old ReplicaSets are kept so that a rollback stays possible. Defaults to 10 when unset.</summary>
    [Field(6)]
    [Default(10)]
    public int? RevisionHistoryLimit { get; init; }

    /// <summary>Set to true to put the deployment on hold.</summary>
    [Field(7)]
    public bool Paused { get; init; }

    /// <summary>Longest time in seconds a rollout may go without progress before it is reported as failed with reason ProgressDeadlineExceeded, though still processed. Defaults to 600.</summary>
    [Field(9)]
    [Default(600)]
    public int? ProgressDeadlineSeconds { get; init; }
}
