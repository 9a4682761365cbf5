using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One of the IP addresses that belong to a pod.</summary>
public sealed record PodIP
{
    /// <summary>Address that has been given to the pod.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Ip { get; init; }
}
