using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Reports the health of a cluster component. Deprecated since v1.19.</summary>
[Kind("v1", "componentstatuses", ClusterScoped = true, ShortNames = ["cs"], Verbs = "get,list")]
public sealed record ComponentStatus : IApiObject
{
    /// <summary>Standard object metadata such as the name, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Conditions that were observed on the component.</summary>
    [Field(2)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<ComponentCondition>? Conditions { get; init; }
}
