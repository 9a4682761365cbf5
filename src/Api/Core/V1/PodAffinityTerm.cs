using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Set of pods, chosen by labels and namespaces, next to which (affinity) or away from which (anti-affinity) this pod should run.</summary>
public sealed record PodAffinityTerm
{
    /// <summary>Picks the pods to compare with by their labels. Null matches no pods at all.</summary>
    [Field(1)]
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>Names of namespaces to look in, in addition to those namespaceSelector picks. Nothing listed, with a null namespaceSelector, means the pod's own.</summary>
    [Field(2)]
    public IReadOnlyList<string>? Namespaces { get; init; }

    /// <summary>Node label that defines a location: nodes with the same value for it count as one place. It must not be empty.</summary>
    [Field(3, Required = true, Always = true)]
    public string? TopologyKey { get; init; }

    /// <summary>Picks namespaces by label, in addition to those in namespaces. Null, with no namespaces listed, means the pod's own; an empty selector means all.</summary>
    [Field(4)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Label keys whose values are read from the incoming pod and merged into labelSelector as 'key in (value)', so that only pods sharing them count.</summary>
    [Field(5)]
    public IReadOnlyList<string>? MatchLabelKeys { get; init; }

    /// <summary>Label keys whose values are read from the incoming pod and merged into labelSelector as 'key notin (value)', so that only pods differing in them count.</summary>
    [Field(6)]
    public IReadOnlyList<string>? MismatchLabelKeys { get; init; }
}
