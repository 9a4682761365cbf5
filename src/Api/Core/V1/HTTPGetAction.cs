using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Sends an HTTP GET request, as a probe or as a lifecycle hook.</summary>
public sealed record HTTPGetAction
{
    /// <summary>URL path to request from the HTTP server.</summary>
    [Field(1)]
    [Default("/")]
    public string? Path { get; init; }

    /// <summary>Container port to connect to, as a number from 1 to 65535 or as an IANA_SVC_NAME.</summary>
    [Field(2, Required = true, Always = true)]
    public IntOrString Port { get; init; }

    /// <summary>Target host of the connection, by default the IP of the pod. Setting a "Host" entry in httpHeaders is usually the better choice.</summary>
    [Field(3)]
    public string? Host { get; init; }

    /// <summary>Protocol scheme used for the connection; HTTP unless stated otherwise.</summary>
    [Field(4)]
    [Enum("HTTP", "HTTPS")]
    [Default("HTTP")]
    public string? Scheme { get; init; }

    /// <summary>Extra headers to send with the request; the same header may occur more than once.</summary>
    [Field(5)]
    public IReadOnlyList<HTTPHeader>? HttpHeaders { get; init; }
}
