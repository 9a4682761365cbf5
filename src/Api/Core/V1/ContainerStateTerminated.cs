using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Details of a container that has ended.</summary>
public sealed record ContainerStateTerminated
{
    /// <summary>Code the container returned when it last ended.</summary>
    [Field(1, Required = true, Always = true)]
    public int ExitCode { get; init; }

    /// <summary>Number of the signal that last ended the container.</summary>
    [Field(2)]
    public int Signal { get; init; }

    /// <summary>Short word or phrase for why the container last ended.</summary>
    [Field(3)]
    public string? Reason { get; init; }

    /// <summary>Text for people about how the container last ended.</summary>
    [Field(4)]
    public string? Message { get; init; }

    /// <summary>When the run that has now ended was started.</summary>
    [Field(5, Always = true)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the container last came to an end.</summary>
    [Field(6, Always = true)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Identifies the ended container in the form type://container_id.</summary>
    [Field(7)]
    public string? ContainerID { get; init; }
}
