using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Shows what the API server has made of a CustomResourceDefinition so far.</summary>
public sealed record CustomResourceDefinitionStatus
{
    /// <summary>Current observations about the definition, such as whether its names were accepted.</summary>
    [Field(1, Always = true)]
    [List(ListMerge.Map, "type")]
    public IReadOnlyList<CustomResourceDefinitionCondition>? Conditions { get; init; }

    /// <summary>Names actually in use for discovery, which may differ from those requested in the spec.</summary>
    [Field(2, Always = true)]
    public CustomResourceDefinitionNames? AcceptedNames { get; init; }

    /// <summary>Versions in which objects were ever stored. A version cannot be removed from the spec while it appears here.</summary>
    [Field(3, Always = true)]
    public IReadOnlyList<string>? StoredVersions { get; init; }
}
