using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Discovery.V1;

/// <summary>Holds some of the endpoints of a service. Join all slices selected by its labels to get the full set.</summary>
[Kind("discovery.k8s.io/v1", "endpointslices")]
public sealed record EndpointSlice : IApiObject
{
    /// <summary>Standard object metadata such as name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Kind of address all endpoints of the slice use, IPv4, IPv6 or FQDN. Cannot be changed after creation.</summary>
    [Field(4, Required = true, Always = true)]
    [Enum("FQDN")]
    public string? AddressType { get; init; }

    /// <summary>Unique backends contained in the slice, at most 1000.</summary>
    [Field(2, Required = true, Always = true)]
    public IReadOnlyList<Endpoint>? Endpoints { get; init; }

    /// <summary>Uniquely named ports each endpoint exposes, at most 100. Empty means none defined; a nil port number stands for all ports.</summary>
    [Field(3, Always = true)]
    public IReadOnlyList<EndpointPort>? Ports { get; init; }
}
