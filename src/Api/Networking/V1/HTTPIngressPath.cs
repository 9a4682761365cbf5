using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Forwards requests whose URL matches a path to a backend.</summary>
public sealed record HTTPIngressPath
{
    /// <summary>Compared with the path of incoming requests. Starts with '/' and is required for PathType "Exact" or "Prefix".</summary>
    [Field(1)]
    public string? Path { get; init; }

    /// <summary>How the path is matched: Exact compares it whole, Prefix compares element by element split at '/', ImplementationSpecific leaves it to the IngressClass.</summary>
    [Field(3, Required = true, Always = true, Pointer = true)]
    [Enum("Exact", "Prefix", "ImplementationSpecific")]
    public string? PathType { get; init; }

    /// <summary>Where requests matching the path are sent.</summary>
    [Field(2, Required = true, Always = true)]
    public IngressBackend? Backend { get; init; }
}
