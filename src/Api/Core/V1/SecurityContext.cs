using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Security settings of one container. They win over the same settings in PodSecurityContext.</summary>
public sealed record SecurityContext
{
    /// <summary>Linux capabilities to add or drop, starting from the container runtime's default set. Not allowed when spec.os.name is windows.</summary>
    [Field(1)]
    public Capabilities? Capabilities { get; init; }

    /// <summary>Gives processes in the container power roughly equal to root on the host. Defaults to false and is not allowed when spec.os.name is windows.</summary>
    [Field(2)]
    public bool? Privileged { get; init; }

    /// <summary>SELinux context for the container, overriding PodSecurityContext. A random one is allocated when unset; not allowed when spec.os.name is windows.</summary>
    [Field(3)]
    public SELinuxOptions? SeLinuxOptions { get; init; }

    /// <summary>Settings for Windows containers, overriding PodSecurityContext, which applies when this is unset. Not allowed when spec.os.name is linux.</summary>
    [Field(10)]
    public WindowsSecurityContextOptions? WindowsOptions { get; init; }

    /// <summary>User ID for the container's entrypoint, overriding PodSecurityContext. Defaults to the image's user and is not allowed when spec.os.name is windows.</summary>
    [Field(4)]
    public long? RunAsUser { get; init; }

    /// <summary>Group ID for the container's entrypoint, overriding PodSecurityContext. Falls back to the runtime default and is not allowed when spec.os.name is windows.</summary>
    [Field(8)]
    public long? RunAsGroup { get; init; }

    /// <summary>When true, the kubelet refuses to start a container that would run as UID 0. Unset or false skips the check.</summary>
    [Field(5)]
    public bool? RunAsNonRoot { get; init; }

    /// <summary>Makes the container's root filesystem unwritable when true. Defaults to false and is not allowed when spec.os.name is windows.</summary>
    [Field(6)]
    public bool? ReadOnlyRootFilesystem { get; init; }

    /// <summary>Whether a process may gain more privileges than its parent, by way of no_new_privs. Always true for containers that are privileged or have CAP_SYS_ADMIN.</summary>
    [Field(7)]
    public bool? AllowPrivilegeEscalation { get; init; }

    /// <summary>Kind of proc mount for the container. Default keeps the runtime's read-only and masked paths; requires the ProcMountType feature and a non-Windows pod.</summary>
    [Field(9, Pointer = true)]
    [Enum("Default", "Unmasked")]
    public string? ProcMount { get; init; }

    /// <summary>Seccomp settings for this container, overriding those of the pod. Not allowed when spec.os.name is windows.</summary>
    [Field(11)]
    public SeccompProfile? SeccompProfile { get; init; }

    /// <summary>AppArmor settings for this container, overriding those of the pod. Not allowed when spec.os.name is windows.</summary>
    [Field(12)]
    public AppArmorProfile? AppArmorProfile { get; init; }
}
