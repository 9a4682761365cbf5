using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One application container of a pod: its image, command, resources and probes.</summary>
public sealed record Container
{
    /// <summary>Unique label for the container within its pod, in DNS_LABEL form. Cannot be changed later.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Container image to run. May be left out where workload controllers such as Deployments fill in or override it.</summary>
    [Field(2)]
    public string? Image { get; init; }

    /// <summary>Entrypoint to execute, without a shell and with $(VAR_NAME) references expanded. Defaults to the image's ENTRYPOINT.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Parameters passed to the entrypoint, with $(VAR_NAME) references expanded from the environment. Defaults to the image's CMD.</summary>
    [Field(4)]
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Directory in which the process starts. Defaults to that of the container runtime, which the image may configure.</summary>
    [Field(5)]
    public string? WorkingDir { get; init; }

    /// <summary>Ports the container is known to listen on. Leaving one out does not block it if the process listens on "0.0.0.0".</summary>
    [Field(6)]
    [List(ListMerge.Map, "containerPort", "protocol")]
    [Patch(Merge = true, MergeKey = "containerPort")]
    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    /// <summary>ConfigMaps and Secrets whose keys become environment variables. If a key occurs in several, the last source wins.</summary>
    [Field(19)]
    public IReadOnlyList<EnvFromSource>? EnvFrom { get; init; }

    /// <summary>Environment variables set one by one. Cannot be changed later.</summary>
    [Field(7)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<EnvVar>? Env { get; init; }

    /// <summary>Compute resources the container requests and the limits it must stay within.</summary>
    [Field(8, Always = true)]
    public ResourceRequirements? Resources { get; init; }

    /// <summary>Whether changing a resource in place requires a container restart, set per resource.</summary>
    [Field(23)]
    public IReadOnlyList<ContainerResizePolicy>? ResizePolicy { get; init; }

    /// <summary>Only for init containers, where "Always" is the one allowed value. Unset, the pod's restart policy and the container type decide.</summary>
    [Field(24, Pointer = true)]
    public string? RestartPolicy { get; init; }

    /// <summary>Volumes of the pod to mount, and the paths they appear at. Cannot be changed later.</summary>
    [Field(9)]
    [List(ListMerge.Map, "mountPath")]
    [Patch(Merge = true, MergeKey = "mountPath")]
    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    /// <summary>Raw block devices that the container can use.</summary>
    [Field(21)]
    [List(ListMerge.Map, "devicePath")]
    [Patch(Merge = true, MergeKey = "devicePath")]
    public IReadOnlyList<VolumeDevice>? VolumeDevices { get; init; }

    /// <summary>Periodic check that restarts the container when it fails. Cannot be changed later.</summary>
    [Field(10)]
    public Probe? LivenessProbe { get; init; }

    /// <summary>Periodic check that takes the container out of service endpoints while it fails. Cannot be changed later.</summary>
    [Field(11)]
    public Probe? ReadinessProbe { get; init; }

    /// <summary>Check that must succeed before any other probe runs. Failure restarts the container, as with livenessProbe.</summary>
    [Field(22)]
    public Probe? StartupProbe { get; init; }

    /// <summary>Hooks to run right after the container starts and before it stops. Cannot be changed later.</summary>
    [Field(12)]
    public Lifecycle? Lifecycle { get; init; }

    /// <summary>File in the container from which its brief final message is read. Defaults to /dev/termination-log.</summary>
    [Field(13)]
    [Default("/dev/termination-log")]
    public string? TerminationMessagePath { get; init; }

    /// <summary>Where the final message comes from: File (default) reads terminationMessagePath, FallbackToLogsOnError uses the log's end if that file is empty on error.</summary>
    [Field(20)]
    [Enum("File", "FallbackToLogsOnError")]
    [Default("File")]
    public string? TerminationMessagePolicy { get; init; }

    /// <summary>When to pull the image: Always, Never or IfNotPresent. Defaults to Always for tag :latest and to IfNotPresent otherwise.</summary>
    [Field(14)]
    [Enum("Always", "Never", "IfNotPresent")]
    public string? ImagePullPolicy { get; init; }

    /// <summary>Privileges and security options for the container, which override the same settings in PodSecurityContext.</summary>
    [Field(15)]
    public SecurityContext? SecurityContext { get; init; }

    /// <summary>Set to true to keep a buffer for standard input. Otherwise reads from it return EOF; defaults to false.</summary>
    [Field(16)]
    public bool Stdin { get; init; }

    /// <summary>Set to true to close standard input after the first attached client disconnects. Defaults to false.</summary>
    [Field(17)]
    public bool StdinOnce { get; init; }

    /// <summary>Set to true to allocate a terminal, which also requires stdin to be true. Defaults to false.</summary>
    [Field(18)]
    public bool Tty { get; init; }
}
