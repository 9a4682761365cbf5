using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One of the IP addresses that belong to the host.</summary>
public sealed record HostIP
{
    /// <summary>Address that has been given to the host.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Ip { get; init; }
}
