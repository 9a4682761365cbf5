using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Switches the status and scale subresources of a custom resource on.</summary>
public sealed record CustomResourceSubresources
{
    /// <summary>Turns on the /status subresource. Writes to the main endpoint then ignore status, and writes to /status ignore everything else except metadata.</summary>
    [Field(1)]
    public CustomResourceSubresourceStatus? Status { get; init; }

    /// <summary>Turns on the /scale subresource, which exposes the object as an autoscaling/v1 Scale.</summary>
    [Field(2)]
    public CustomResourceSubresourceScale? Scale { get; init; }
}
