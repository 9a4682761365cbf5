using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Settings for session affinity, the pinning of clients to pods.</summary>
public sealed record SessionAffinityConfig
{
    /// <summary>Settings for affinity that is based on the client's address.</summary>
    [Field(1)]
    public ClientIPConfig? ClientIP { get; init; }
}
