using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>States which volume goes to which node and which driver has to do it.</summary>
public sealed record VolumeAttachmentSpec
{
    /// <summary>Volume driver that must carry out the request, under the name its GetPluginName() call returns.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Attacher { get; init; }

    /// <summary>Tells which volume is to be attached to the node.</summary>
    [Field(2, Required = true, Always = true)]
    public VolumeAttachmentSource? Source { get; init; }

    /// <summary>Node to which the volume should be attached, by name.</summary>
    [Field(3, Required = true, Always = true)]
    public string? NodeName { get; init; }
}
