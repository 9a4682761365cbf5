using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Writes downward API information into a projected volume, like a downwardAPI volume without a default mode.</summary>
public sealed record DownwardAPIProjection
{
    /// <summary>Files to create and the pod information each contains.</summary>
    [Field(1)]
    public IReadOnlyList<DownwardAPIVolumeFile>? Items { get; init; }
}
