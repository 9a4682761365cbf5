using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Minimum, maximum and default usage for resources of one kind.</summary>
public sealed record LimitRangeItem
{
    /// <summary>Kind of resource to which the limits of this item apply.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Largest usage allowed for this kind, per resource name.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Max { get; init; }

    /// <summary>Smallest usage allowed for this kind, per resource name.</summary>
    [Field(3)]
    public IReadOnlyDictionary<string, Quantity>? Min { get; init; }

    /// <summary>Limit per resource name given to containers that state no limit of their own.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, Quantity>? Default { get; init; }

    /// <summary>Request per resource name given to containers that state no request of their own.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, Quantity>? DefaultRequest { get; init; }

    /// <summary>Highest burst allowed per resource, as limit divided by request. Both must then be set and non-zero.</summary>
    [Field(6)]
    public IReadOnlyDictionary<string, Quantity>? MaxLimitRequestRatio { get; init; }
}
