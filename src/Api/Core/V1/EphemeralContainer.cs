using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Temporary container added to an existing pod for tasks such as debugging, without resource or scheduling guarantees.</summary>
public sealed record EphemeralContainer
{
    /// <summary>Unique label for the container among all containers of the pod, init and ephemeral ones included, in DNS_LABEL form.</summary>
    [Field(1, In = [1], Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Container image to run in the ephemeral container.</summary>
    [Field(2, In = [1])]
    public string? Image { get; init; }

    /// <summary>Entrypoint to execute, without a shell and with $(VAR_NAME) references expanded. Defaults to the image's ENTRYPOINT.</summary>
    [Field(3, In = [1])]
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Parameters passed to the entrypoint, with $(VAR_NAME) references expanded from the environment. Defaults to the image's CMD.</summary>
    [Field(4, In = [1])]
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Directory in which the process starts. Defaults to that of the container runtime, which the image may configure.</summary>
    [Field(5, In = [1])]
    public string? WorkingDir { get; init; }

    /// <summary>Must be left out, since ephemeral containers cannot declare ports.</summary>
    [Field(6, In = [1])]
    [List(ListMerge.Map, "containerPort", "protocol")]
    [Patch(Merge = true, MergeKey = "containerPort")]
    public IReadOnlyList<ContainerPort>? Ports { get; init; }

    /// <summary>ConfigMaps and Secrets whose keys become environment variables. If a key occurs in several, the last source wins.</summary>
    [Field(19, In = [1])]
    public IReadOnlyList<EnvFromSource>? EnvFrom { get; init; }

    /// <summary>Environment variables set one by one. Cannot be changed later.</summary>
    [Field(7, In = [1])]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<EnvVar>? Env { get; init; }

    /// <summary>Must be left out, since ephemeral containers live on spare resources already allocated to the pod.</summary>
    [Field(8, In = [1], Always = true)]
    public ResourceRequirements? Resources { get; init; }

    /// <summary>Whether changing a resource in place requires a container restart, set per resource.</summary>
    [Field(23, In = [1])]
    public IReadOnlyList<ContainerResizePolicy>? ResizePolicy { get; init; }

    /// <summary>Must be left out, since only init containers may set a restart policy of their own.</summary>
    [Field(24, In = [1], Pointer = true)]
    public string? RestartPolicy { get; init; }

    /// <summary>Volumes of the pod to mount, and the paths they appear at. Subpath mounts are not allowed; cannot be changed later.</summary>
    [Field(9, In = [1])]
    [List(ListMerge.Map, "mountPath")]
    [Patch(Merge = true, MergeKey = "mountPath")]
    public IReadOnlyList<VolumeMount>? VolumeMounts { get; init; }

    /// <summary>Raw block devices that the container can use.</summary>
    [Field(21, In = [1])]
    [List(ListMerge.Map, "devicePath")]
    [Patch(Merge = true, MergeKey = "devicePath")]
    public IReadOnlyList<VolumeDevice>? VolumeDevices { get; init; }

    /// <summary>Must be left out, since ephemeral containers cannot have probes.</summary>
    [Field(10, In = [1])]
    public Probe? LivenessProbe { get; init; }

    /// <summary>Must be left out, since ephemeral containers cannot have probes.</summary>
    [Field(11, In = [1])]
    public Probe? ReadinessProbe { get; init; }

    /// <summary>Must be left out, since ephemeral containers cannot have probes.</summary>
    [Field(22, In = [1])]
    public Probe? StartupProbe { get; init; }

    /// <summary>Must be left out, since ephemeral containers cannot have lifecycle hooks.</summary>
    [Field(12, In = [1])]
    public Lifecycle? Lifecycle { get; init; }

    /// <summary>File in the container from which its brief final message is read. Defaults to /dev/termination-log.</summary>
    [Field(13, In = [1])]
    [Default("/dev/termination-log")]
    public string? TerminationMessagePath { get; init; }

    /// <summary>Where the final message comes from: File (default) reads terminationMessagePath, FallbackToLogsOnError uses the log's end if that file is empty on error.</summary>
    [Field(20, In = [1])]
    [Enum("File", "FallbackToLogsOnError")]
    [Default("File")]
    public string? TerminationMessagePolicy { get; init; }

    /// <summary>When to pull the image: Always, Never or IfNotPresent. Defaults to Always for tag :latest and to IfNotPresent otherwise.</summary>
    [Field(14, In = [1])]
    [Enum("Always", "Never", "IfNotPresent")]
    public string? ImagePullPolicy { get; init; }

    /// <summary>Optional privileges and security options for the container, which override the same settings in PodSecurityContext.</summary>
    [Field(15, In = [1])]
    public SecurityContext? SecurityContext { get; init; }

    /// <summary>Set to true to keep a buffer for standard input. Otherwise reads from it return EOF; defaults to false.</summary>
    [Field(16, In = [1])]
    public bool Stdin { get; init; }

    /// <summary>Set to true to close standard input after the first attached client disconnects. Defaults to false.</summary>
    [Field(17, In = [1])]
    public bool StdinOnce { get; init; }

    /// <summary>Set to true to allocate a terminal, which also requires stdin to be true. Defaults to false.</summary>
    [Field(18, In = [1])]
    public bool Tty { get; init; }

    /// <summary>Container of the pod whose namespaces, such as IPC and PID, are joined. If unset, those configured in the pod spec apply.</summary>
    [Field(2)]
    public string? TargetContainerName { get; init; }
}
