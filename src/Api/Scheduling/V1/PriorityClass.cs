using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Scheduling.V1;

/// <summary>Gives a name to an integer priority, so that pods can ask for that priority by class name.</summary>
[Kind("scheduling.k8s.io/v1", "priorityclasses", ClusterScoped = true, ShortNames = ["pc"])]
public sealed record PriorityClass : IApiObject
{
    /// <summary>Standard object metadata; pods select the class by the name given here.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Priority number that pods of this class receive; higher numbers are scheduled first.</summary>
    [Field(2, Required = true, Always = true)]
    public int Value { get; init; }

    /// <summary>Applies this class to pods that name none. Only one class should set it; if several do, the lowest value among them is used.</summary>
    [Field(3)]
    public bool GlobalDefault { get; init; }

    /// <summary>Free text that tells users when to choose this class.</summary>
    [Field(4)]
    public string? Description { get; init; }

    /// <summary>Whether pods of this class may push out pods with lower priority: Never or PreemptLowerPriority. Defaults to PreemptLowerPriority.</summary>
    [Field(5, Pointer = true)]
    [Enum("PreemptLowerPriority", "Never")]
    [Default("PreemptLowerPriority")]
    public string? PreemptionPolicy { get; init; }
}
