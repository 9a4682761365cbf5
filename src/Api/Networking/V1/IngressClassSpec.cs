using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Which controller serves a class of Ingress, and with what parameters.</summary>
public sealed record IngressClassSpec
{
    /// <summary>Who handles the class, as a domain-prefixed controller name. Classes with different parameters may share one controller.</summary>
    [Field(1)]
    public string? Controller { get; init; }

    /// <summary>Custom resource with further configuration for the controller, optional if it needs none.</summary>
    [Field(2)]
    public IngressClassParametersReference? Parameters { get; init; }
}
