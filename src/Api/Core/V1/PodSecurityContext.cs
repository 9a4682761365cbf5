using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Security settings for a whole pod. Where container.securityContext has the same setting, the container's value wins.</summary>
public sealed record PodSecurityContext
{
    /// <summary>SELinux context for all containers; if unset, the runtime allocates a random one for each. A container's own securityContext wins.</summary>
    [Field(1)]
    public SELinuxOptions? SeLinuxOptions { get; init; }

    /// <summary>Windows settings for all containers, overridden by a container's own securityContext. Cannot be set when spec.os.name is linux.</summary>
    [Field(8)]
    public WindowsSecurityContextOptions? WindowsOptions { get; init; }

    /// <summary>UID of the container entrypoint, else the user from the image. A container's own securityContext wins. Cannot be set when spec.os.name is windows.</summary>
    [Field(2)]
    public long? RunAsUser { get; init; }

    /// <summary>GID of the container entrypoint, else the runtime's default. A container's own securityContext wins. Cannot be set when spec.os.name is windows.</summary>
    [Field(6)]
    public long? RunAsGroup { get; init; }

    /// <summary>Set to true to have the kubelet refuse containers that would run as UID 0. Unset or false skips the check.</summary>
    [Field(3)]
    public bool? RunAsNonRoot { get; init; }

    /// <summary>Extra groups for the first process of each container, besides its primary GID and fsGroup. The supplementalGroupsPolicy setting decides about groups from the image.</summary>
    [Field(4)]
    public IReadOnlyList<long>? SupplementalGroups { get; init; }

    /// <summary>How supplemental groups are worked out: "Merge", the default, or "Strict". Alpha; needs the SupplementalGroupsPolicy feature gate and a runtime that supports it.</summary>
    [Field(12, Pointer = true)]
    [Enum("Merge", "Strict")]
    public string? SupplementalGroupsPolicy { get; init; }

    /// <summary>Supplemental group of all containers. For volume types that allow it, the kubelet makes this group the owner of the volume and sets the setgid bit.</summary>
    [Field(5)]
    public long? FsGroup { get; init; }

    /// <summary>Namespaced kernel parameters for the pod; it may fail to launch if the runtime lacks one. Cannot be set when spec.os.name is windows.</summary>
    [Field(7)]
    public IReadOnlyList<Sysctl>? Sysctls { get; init; }

    /// <summary>When ownership and permissions of a volume are changed before it is exposed: OnRootMismatch or Always, the default. Ephemeral volume types are unaffected.</summary>
    [Field(9, Pointer = true)]
    [Enum("OnRootMismatch", "Always")]
    public string? FsGroupChangePolicy { get; init; }

    /// <summary>Seccomp options for the containers of the pod. Cannot be set when spec.os.name is windows.</summary>
    [Field(10)]
    public SeccompProfile? SeccompProfile { get; init; }

    /// <summary>AppArmor options for the containers of the pod. Cannot be set when spec.os.name is windows.</summary>
    [Field(11)]
    public AppArmorProfile? AppArmorProfile { get; init; }

    /// <summary>How volumes of the pod get their SELinux label: "MountOption" or "Recursive". Without effect where node or volume lacks SELinux support.</summary>
    [Field(13, Pointer = true)]
    public string? SeLinuxChangePolicy { get; init; }
}
