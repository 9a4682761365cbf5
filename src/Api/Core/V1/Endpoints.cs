using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Network addresses and ports that actually implement a service.</summary>
[Kind("v1", "endpoints", ShortNames = ["ep"])]
public sealed record Endpoints : IApiObject
{
    /// <summary>Standard object metadata; the name is that of the service.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Groups of addresses with common ports, which taken together are all endpoints of the service.</summary>
    [Field(2)]
    public IReadOnlyList<EndpointSubset>? Subsets { get; init; }
}
