using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Discovery list of all API groups, which clients read from /apis.</summary>
[WireKind("v1")]
public sealed record APIGroupList
{
    /// <summary>The groups that the server offers.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<APIGroup>? Groups { get; init; }
}
