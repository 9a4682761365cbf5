using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiRegistration.V1;

/// <summary>Says how to find and talk to an API server. Only HTTPS is supported, though certificate verification can be turned off.</summary>
public sealed record APIServiceSpec
{
    /// <summary>PEM certificates used to verify the API server's serving certificate. If unset, the system trust roots of the aggregating API server apply.</summary>
    [Field(5)]
    public byte[]? CaBundle { get; init; }

    /// <summary>Name of the API group that the server hosts.</summary>
    [Field(2)]
    public string? Group { get; init; }

    /// <summary>Lowest priority the group should have; clients prefer groups with higher priority. Another version of the group may raise it further.</summary>
    [Field(7, Required = true, Always = true)]
    public int GroupPriorityMinimum { get; init; }

    /// <summary>Turns off certificate checks for connections to the server. Strongly discouraged; set caBundle instead.</summary>
    [Field(4)]
    public bool InsecureSkipTLSVerify { get; init; }

    /// <summary>Names the Service in front of the API server, reached on port 443 by default. If unset, this server handles the API locally.</summary>
    [Field(1)]
    public ServiceReference? Service { get; init; }

    /// <summary>API version that the server hosts, for example v1.</summary>
    [Field(3)]
    public string? Version { get; init; }

    /// <summary>Rank of the version within its group, where higher numbers come first. Must be greater than zero.</summary>
    [Field(8, Required = true, Always = true)]
    public int VersionPriority { get; init; }
}
