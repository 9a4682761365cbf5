using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Glusterfs volume offered as a persistent volume and mounted for the life of a pod. Neither ownership management nor SELinux relabeling is supported.</summary>
public sealed record GlusterfsPersistentVolumeSource
{
    /// <summary>Name of the Endpoints object that lists the servers of the Glusterfs cluster.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Endpoints { get; init; }

    /// <summary>Glusterfs volume to mount, given by its path.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Path { get; init; }

    /// <summary>Set to true to mount the Glusterfs volume without write permission. Defaults to false.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Where the Glusterfs Endpoints object lives. The namespace of the bound claim is taken when empty.</summary>
    [Field(4, Pointer = true)]
    public string? EndpointsNamespace { get; init; }
}
