using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Set of usage limits enforced on resources of the matching kinds.</summary>
public sealed record LimitRangeSpec
{
    /// <summary>Items to enforce, each covering one kind of resource.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<LimitRangeItem>? Limits { get; init; }
}
