using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Matches non-resource requests on both their verb and their URL.</summary>
public sealed record NonResourcePolicyRule
{
    /// <summary>Required, non-empty list of the verbs to match. A "*" stands for all and must be the only entry.</summary>
    [Field(1, Required = true, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>URL prefixes to match, at least one. "/healthz" and "/healthz/*" are fine, "/hea*" is illegal, and "*" matches all.</summary>
    [Field(6, Required = true, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
