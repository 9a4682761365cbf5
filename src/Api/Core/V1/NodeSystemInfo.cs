using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Identifiers and version details that a node reports about itself.</summary>
public sealed record NodeSystemInfo
{
    /// <summary>Machine identifier that the node reports, the preferred way to tell machines in the cluster apart.</summary>
    [Field(1, Required = true, Always = true)]
    public string? MachineID { get; init; }

    /// <summary>System UUID that the node reports, specific to Red Hat hosts. Prefer machineID to identify a machine.</summary>
    [Field(2, Required = true, Always = true)]
    public string? SystemUUID { get; init; }

    /// <summary>Identifier of the node's current boot, as reported by the node.</summary>
    [Field(3, Required = true, Always = true)]
    public string? BootID { get; init; }

    /// <summary>Kernel release as printed by 'uname -r', for example 3.16.0-0.bpo.4-amd64.</summary>
    [Field(4, Required = true, Always = true)]
    public string? KernelVersion { get; init; }

    /// <summary>Name of the OS image from /etc/os-release, for example Debian GNU/Linux 7 (wheezy).</summary>
    [Field(5, Required = true, Always = true)]
    public string? OsImage { get; init; }

    /// <summary>Container runtime and its version, obtained through the runtime API, for example containerd://1.4.2.</summary>
    [Field(6, Required = true, Always = true)]
    public string? ContainerRuntimeVersion { get; init; }

    /// <summary>Release of the kubelet running on the node.</summary>
    [Field(7, Required = true, Always = true)]
    public string? KubeletVersion { get; init; }

    /// <summary>Deprecated: version of kube-proxy that the node reports.</summary>
    [Field(8, Required = true, Always = true)]
    public string? KubeProxyVersion { get; init; }

    /// <summary>Operating system that the node reports, for instance linux.</summary>
    [Field(9, Required = true, Always = true)]
    public string? OperatingSystem { get; init; }

    /// <summary>Processor architecture that the node reports, for instance amd64.</summary>
    [Field(10, Required = true, Always = true)]
    public string? Architecture { get; init; }
}
