using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Reports something that happened in the cluster. Kept only for a limited time, with triggers and messages that may change.</summary>
[Kind("v1", "events", ShortNames = ["ev"])]
public sealed record Event : IApiObject
{
    /// <summary>Standard object metadata such as the name, namespace, labels and annotations.</summary>
    [Field(1, Required = true, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Object to which the event happened.</summary>
    [Field(2, Required = true, Always = true)]
    public ObjectReference? InvolvedObject { get; init; }

    /// <summary>Short machine-readable word for why the object got into its present state.</summary>
    [Field(3)]
    public string? Reason { get; init; }

    /// <summary>Text for people about the state of the operation.</summary>
    [Field(4)]
    public string? Message { get; init; }

    /// <summary>Component that reported the event, in short machine-readable form.</summary>
    [Field(5, Always = true)]
    public EventSource? Source { get; init; }

    /// <summary>When the event was recorded for the first time.</summary>
    [Field(6, Always = true)]
    public DateTimeOffset? FirstTimestamp { get; init; }

    /// <summary>When the latest occurrence of the event was recorded.</summary>
    [Field(7, Always = true)]
    public DateTimeOffset? LastTimestamp { get; init; }

    /// <summary>How many times the event has happened so far.</summary>
    [Field(8)]
    public int Count { get; init; }

    /// <summary>Severity class of the event: Normal or Warning, with more possible in future.</summary>
    [Field(9)]
    public string? Type { get; init; }

    /// <summary>When the event was observed for the first time.</summary>
    [Field(10, Always = true)]
    public MicroTime? EventTime { get; init; }

    /// <summary>Data on repeated occurrences, or nil if the event happened only once.</summary>
    [Field(11)]
    public EventSeries? Series { get; init; }

    /// <summary>What was done, or failed to be done, to the object concerned.</summary>
    [Field(12)]
    public string? Action { get; init; }

    /// <summary>Optional second object that took part in a more complex action.</summary>
    [Field(13)]
    public ObjectReference? Related { get; init; }

    /// <summary>Which controller emitted the event, for example kubernetes.io/kubelet.</summary>
    [Field(14, Always = true)]
    public string? ReportingComponent { get; init; }

    /// <summary>Which instance of the controller emitted the event, for example kubelet-xyzf.</summary>
    [Field(15, Always = true)]
    public string? ReportingInstance { get; init; }
}
