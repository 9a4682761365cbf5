using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Reports how a volume mount of the container turned out.</summary>
public sealed record VolumeMountStatus
{
    /// <summary>Volume name taken from the volume mount being reported.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Path inside the container taken from the volume mount.</summary>
    [Field(2, Required = true, Always = true)]
    public string? MountPath { get; init; }

    /// <summary>Read-only setting taken from the volume mount.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Effective result, Disabled or Enabled, or unset for mounts that are not read-only. IfPossible is resolved to one of the two.</summary>
    [Field(4, Pointer = true)]
    public string? RecursiveReadOnly { get; init; }
}
