using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Makes one of the pod's volumes visible inside a container.</summary>
public sealed record VolumeMount
{
    /// <summary>Volume to mount, which must be defined in the pod.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Forbids writing to the volume when true. Defaults to false.</summary>
    [Field(2)]
    public bool ReadOnly { get; init; }

    /// <summary>Extends a read-only mount to nested mounts: Disabled, IfPossible or Enabled. Leave unset unless readOnly is true.</summary>
    [Field(7, Pointer = true)]
    public string? RecursiveReadOnly { get; init; }

    /// <summary>Directory in the container where the volume appears. It cannot contain ':'.</summary>
    [Field(3, Required = true, Always = true)]
    public string? MountPath { get; init; }

    /// <summary>Part of the volume to mount instead of its root. Defaults to "", the root.</summary>
    [Field(4)]
    public string? SubPath { get; init; }

    /// <summary>How mounts travel between host and container. Defaults to MountPropagationNone; with RecursiveReadOnly IfPossible or Enabled it must be None or unset.</summary>
    [Field(5, Pointer = true)]
    [Enum("None", "HostToContainer", "Bidirectional")]
    public string? MountPropagation { get; init; }

    /// <summary>Like subPath, but $(VAR_NAME) is expanded from the container's environment. Defaults to "" (the root) and cannot be combined with subPath.</summary>
    [Field(6)]
    public string? SubPathExpr { get; init; }
}
