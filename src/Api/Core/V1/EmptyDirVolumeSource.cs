using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Gives a pod an initially empty directory, with ownership management and SELinux relabeling.</summary>
public sealed record EmptyDirVolumeSource
{
    /// <summary>What backs the directory: an empty string (default) for the node's default storage, or Memory.</summary>
    [Field(1)]
    public string? Medium { get; init; }

    /// <summary>Most local storage the directory may use. With medium Memory, the sum of the containers' memory limits caps it as well.</summary>
    [Field(2)]
    public Quantity? SizeLimit { get; init; }
}
