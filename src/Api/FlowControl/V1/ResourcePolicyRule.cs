using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Matches resource requests by verb, API group, resource and namespace.</summary>
public sealed record ResourcePolicyRule
{
    /// <summary>Required, non-empty list of the verbs to match. A "*" stands for all and must be the only entry.</summary>
    [Field(1, Required = true, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Required, non-empty list of the API groups to match. A "*" stands for all and must be the only entry.</summary>
    [Field(2, Required = true, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>Required, non-empty list of lowercase plural resources to match, such as "services" or "nodes/status". A "*" stands for all and must be the only entry.</summary>
    [Field(3, Required = true, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Whether requests that specify no namespace match too. If false or omitted, namespaces must not be empty.</summary>
    [Field(4)]
    public bool ClusterScope { get; init; }

    /// <summary>Target namespaces a request may name, with "*" for any. Requests without a namespace are governed by clusterScope instead.</summary>
    [Field(5, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? Namespaces { get; init; }
}
