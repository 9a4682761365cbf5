using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One source of a projected volume, with exactly one kind set.</summary>
public sealed record VolumeProjection
{
    /// <summary>Data of a Secret to include in the projected volume.</summary>
    [Field(1)]
    public SecretProjection? Secret { get; init; }

    /// <summary>Downward API data to include in the projected volume.</summary>
    [Field(2)]
    public DownwardAPIProjection? DownwardAPI { get; init; }

    /// <summary>Data of a ConfigMap to include in the projected volume.</summary>
    [Field(3)]
    public ConfigMapProjection? ConfigMap { get; init; }

    /// <summary>Token of the service account to include in the projected volume.</summary>
    [Field(4)]
    public ServiceAccountTokenProjection? ServiceAccountToken { get; init; }

    /// <summary>Exposes trust bundles of ClusterTrustBundle objects in an auto-updating file. Alpha, gated by ClusterTrustBundleProjection.</summary>
    [Field(5)]
    public ClusterTrustBundleProjection? ClusterTrustBundle { get; init; }
}
