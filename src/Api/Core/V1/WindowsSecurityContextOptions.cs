using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Security settings and credentials that matter only on Windows.</summary>
public sealed record WindowsSecurityContextOptions
{
    /// <summary>Which GMSA credential spec the container should use.</summary>
    [Field(1, Pointer = true)]
    public string? GmsaCredentialSpecName { get; init; }

    /// <summary>Content of the named GMSA credential spec, put here inline by the GMSA admission webhook.</summary>
    [Field(2, Pointer = true)]
    public string? GmsaCredentialSpec { get; init; }

    /// <summary>Windows user for the container's entrypoint, with SecurityContext winning over PodSecurityContext. Defaults to the user in the image metadata.</summary>
    [Field(3, Pointer = true)]
    public string? RunAsUserName { get; init; }

    /// <summary>Runs containers as Host Process containers. All containers of a pod must agree on it, and true also requires HostNetwork.</summary>
    [Field(4)]
    public bool? HostProcess { get; init; }
}
