using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Events.V1;

/// <summary>Report of something that happened in the cluster, usually a state change. Kept for a limited time, with messages that may evolve.</summary>
[Kind("events.k8s.io/v1", "events", ShortNames = ["ev"], StoredAs = "v1")]
public sealed record Event : IApiObject
{
    /// <summary>Standard object metadata such as name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>When the event was seen for the first time. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public MicroTime? EventTime { get; init; }

    /// <summary>Data about the run of repeated events this one stands for, nil for a single occurrence.</summary>
    [Field(3)]
    public EventSeries? Series { get; init; }

    /// <summary>Controller that emitted the event, such as kubernetes.io/kubelet. Required for new events.</summary>
    [Field(4)]
    public string? ReportingController { get; init; }

    /// <summary>ID of the controller instance, such as kubelet-xyzf. Required for new events, at most 128 characters.</summary>
    [Field(5)]
    public string? ReportingInstance { get; init; }

    /// <summary>Machine-readable term for what was done or failed on the regarding object. Required for new events, at most 128 characters.</summary>
    [Field(6)]
    public string? Action { get; init; }

    /// <summary>Why the action happened, readable by humans. Required for new events, at most 128 characters.</summary>
    [Field(7)]
    public string? Reason { get; init; }

    /// <summary>Object the event is about, usually one the reporting controller implements, such as a ReplicaSet for the ReplicaSetController.</summary>
    [Field(8, Always = true)]
    public ObjectReference? Regarding { get; init; }

    /// <summary>Second object involved in more complex actions, for example one created or deleted because of the regarding object.</summary>
    [Field(9)]
    public ObjectReference? Related { get; init; }

    /// <summary>Description for humans, at most 1kB. Libraries should cope with values up to 64kB.</summary>
    [Field(10)]
    public string? Note { get; init; }

    /// <summary>Machine-readable severity class, Normal or Warning, with more possible in the future. Required for new events.</summary>
    [Field(11)]
    public string? Type { get; init; }

    /// <summary>Reporting component kept only for compatibility with the core.v1 Event type. Deprecated.</summary>
    [Field(12, Always = true)]
    public EventSource? DeprecatedSource { get; init; }

    /// <summary>First occurrence time kept only for compatibility with the core.v1 Event type. Deprecated.</summary>
    [Field(13, Always = true)]
    public DateTimeOffset? DeprecatedFirstTimestamp { get; init; }

    /// <summary>Latest occurrence time kept only for compatibility with the core.v1 Event type. Deprecated.</summary>
    [Field(14, Always = true)]
    public DateTimeOffset? DeprecatedLastTimestamp { get; init; }

    /// <summary>Occurrence count kept only for compatibility with the core.v1 Event type. Deprecated.</summary>
    [Field(15)]
    public int DeprecatedCount { get; init; }
}
