using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One IP address behind a service, with what is known about it.</summary>
[Atomic]
public sealed record EndpointAddress
{
    /// <summary>Address of the endpoint, which may not be loopback, link-local or link-local multicast.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Ip { get; init; }

    /// <summary>Name of the host that this endpoint stands for.</summary>
    [Field(3)]
    public string? Hostname { get; init; }

    /// <summary>Node on which the endpoint runs, useful for finding node-local endpoints. Optional.</summary>
    [Field(4, Pointer = true)]
    public string? NodeName { get; init; }

    /// <summary>Object behind the address, usually a pod.</summary>
    [Field(2)]
    public ObjectReference? TargetRef { get; init; }
}
