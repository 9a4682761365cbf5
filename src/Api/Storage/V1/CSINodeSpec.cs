using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Carries the details of every CSI driver found on a node.</summary>
public sealed record CSINodeSpec
{
    /// <summary>One entry for each CSI driver on the node; empty once all of them are uninstalled.</summary>
    [Field(1, Required = true, Always = true)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<CSINodeDriver>? Drivers { get; init; }
}
