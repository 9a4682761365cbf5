using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Nodes.V1;

/// <summary>Extra resources that running a pod costs on top of what its containers request.</summary>
public sealed record Overhead
{
    /// <summary>Constant amount of each resource, such as cpu or memory, added for every pod of the class.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? PodFixed { get; init; }
}
