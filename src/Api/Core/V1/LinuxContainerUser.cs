using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>User and group identity with which a Linux container was started.</summary>
public sealed record LinuxContainerUser
{
    /// <summary>Primary user ID that the container's first process started with.</summary>
    [Field(1, Required = true, Always = true)]
    public long Uid { get; init; }

    /// <summary>Primary group ID that the container's first process started with.</summary>
    [Field(2, Required = true, Always = true)]
    public long Gid { get; init; }

    /// <summary>Additional group IDs that the container's first process started with.</summary>
    [Field(3)]
    public IReadOnlyList<long>? SupplementalGroups { get; init; }
}
