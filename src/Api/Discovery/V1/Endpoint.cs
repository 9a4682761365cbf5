using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Discovery.V1;

/// <summary>A single backend that serves traffic for a service.</summary>
public sealed record Endpoint
{
    /// <summary>Where the endpoint is reached, in the form given by the slice's addressType. At least one and at most 100 entries.</summary>
    [Field(1, Required = true, Always = true)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Whether the endpoint is ready, serving or terminating at the moment.</summary>
    [Field(2, Always = true)]
    public EndpointConditions? Conditions { get; init; }

    /// <summary>Lowercase name that tells endpoints apart, for example in DNS. Endpoints sharing one are treated as interchangeable.</summary>
    [Field(3, Pointer = true)]
    public string? Hostname { get; init; }

    /// <summary>Kubernetes object that stands behind the endpoint, typically a pod.</summary>
    [Field(4)]
    public ObjectReference? TargetRef { get; init; }

    /// <summary>Topology data left over from v1beta1. Deprecated and not writable through the v1 API.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, string>? DeprecatedTopology { get; init; }

    /// <summary>Node that hosts the endpoint, useful for finding node-local backends.</summary>
    [Field(6, Pointer = true)]
    public string? NodeName { get; init; }

    /// <summary>Name of the zone in which the endpoint is located.</summary>
    [Field(7, Pointer = true)]
    public string? Zone { get; init; }

    /// <summary>Advice to consumers on how to use the endpoint.</summary>
    [Field(8)]
    public EndpointHints? Hints { get; init; }
}
