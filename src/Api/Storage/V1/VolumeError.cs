using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Records what went wrong, and when, during a volume operation.</summary>
public sealed record VolumeError
{
    /// <summary>Moment at which the volume operation ran into the error.</summary>
    [Field(1, Always = true)]
    public DateTimeOffset? Time { get; init; }

    /// <summary>Description of the attach or detach failure. May end up in logs, so it should hold no sensitive information.</summary>
    [Field(2)]
    public string? Message { get; init; }
}
