using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Parts of the SELinux label that a container runs with.</summary>
public sealed record SELinuxOptions
{
    /// <summary>SELinux user portion of the container's label.</summary>
    [Field(1)]
    public string? User { get; init; }

    /// <summary>SELinux role given to the container as part of its label.</summary>
    [Field(2)]
    public string? Role { get; init; }

    /// <summary>SELinux domain type that the container is labelled with.</summary>
    [Field(3)]
    public string? Type { get; init; }

    /// <summary>Sensitivity level portion of the container's SELinux label.</summary>
    [Field(4)]
    public string? Level { get; init; }
}
