using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>One message in a watch stream, announcing a change to a resource.</summary>
[WireKind("v1")]
public sealed record WatchEvent
{
    /// <summary>New state for added or modified objects, last state for deleted ones, and usually a Status for errors.</summary>
    [Field(2, Required = true, Always = true)]
    public Tree? Object { get; init; }

    /// <summary>What happened: ADDED, MODIFIED, DELETED, BOOKMARK or ERROR.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }
}
