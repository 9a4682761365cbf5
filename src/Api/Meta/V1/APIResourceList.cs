using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Discovery list of the resources in one version of a group.</summary>
[WireKind("v1")]
public sealed record APIResourceList
{
    /// <summary>Group and version that the list is about.</summary>
    [Field(1, Required = true, Always = true)]
    public string? GroupVersion { get; init; }

    /// <summary>The resources, each with its kind, scope and verbs.</summary>
    [Field(2, Required = true, Always = true)]
    public IReadOnlyList<APIResource>? Resources { get; init; }
}
