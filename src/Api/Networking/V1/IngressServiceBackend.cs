using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Points an Ingress at a port of a Service that receives the matched traffic.</summary>
public sealed record IngressServiceBackend
{
    /// <summary>Service to send traffic to, which has to live in the same namespace as the Ingress.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Selects the Service port to use, either by port name or by port number. Required.</summary>
    [Field(2, Always = true)]
    public ServiceBackendPort? Port { get; init; }
}
