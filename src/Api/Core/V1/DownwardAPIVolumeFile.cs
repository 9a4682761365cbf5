using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One file that is filled with a field of the pod or a resource of a container.</summary>
public sealed record DownwardAPIVolumeFile
{
    /// <summary>Where to create the file, as a relative UTF-8 path without '..' in it. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Path { get; init; }

    /// <summary>Pod field to write into the file. Only annotations, labels, name, namespace and uid are supported.</summary>
    [Field(2)]
    public ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>Container resource to write into the file: limits.cpu, limits.memory, requests.cpu or requests.memory.</summary>
    [Field(3)]
    public ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>Permission bits of the file, octal 0000 to 0777 or decimal 0 to 511 (JSON takes decimal only). Defaults to the volume's defaultMode.</summary>
    [Field(4)]
    public int? Mode { get; init; }
}
