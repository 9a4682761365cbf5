using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Discovery.V1;

/// <summary>Current readiness and termination state of an endpoint.</summary>
public sealed record EndpointConditions
{
    /// <summary>Whether the endpoint's manager considers it prepared for traffic. Nil means unknown, which consumers should mostly treat as ready.</summary>
    [Field(1)]
    public bool? Ready { get; init; }

    /// <summary>Same as ready, but regardless of termination, so a ready endpoint that is shutting down stays true. When nil, go by ready.</summary>
    [Field(2)]
    public bool? Serving { get; init; }

    /// <summary>True while the endpoint is shutting down. Nil means unknown and should be read as not terminating.</summary>
    [Field(3)]
    public bool? Terminating { get; init; }
}
