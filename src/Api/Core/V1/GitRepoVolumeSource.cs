using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Fills a volume with the files of a git repository. Deprecated; SELinux relabeling works, ownership management does not.</summary>
public sealed record GitRepoVolumeSource
{
    /// <summary>URL from which the git repository is cloned.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Repository { get; init; }

    /// <summary>Commit hash to check out after the repository was cloned.</summary>
    [Field(2)]
    public string? Revision { get; init; }

    /// <summary>Name of the folder that receives the clone, without '..' in it. Use '.' to make the volume root itself the repository.</summary>
    [Field(3)]
    public string? Directory { get; init; }
}
