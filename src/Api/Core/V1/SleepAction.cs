using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Lifecycle action that simply waits for a while.</summary>
public sealed record SleepAction
{
    /// <summary>How long the container should sleep, in seconds.</summary>
    [Field(1, Required = true, Always = true)]
    public long Seconds { get; init; }
}
