using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Queues;

/// <summary>A pod that waits for its place.</summary>
public sealed class WaitingPod(PodInfo info, string resourceVersion, long order)
{
    public PodInfo Info { get; set; } = info;

    public string ResourceVersion { get; set; } = resourceVersion;

    /// <summary>Of equally important pods, who came first.</summary>
    public long Order { get; } = order;

    public int Attempts { get; set; }

    /// <summary>Not tried again before this.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>When the last attempt failed.</summary>
    public DateTimeOffset Failed { get; set; }

    /// <summary>What it waits for since then.</summary>
    public ClusterEvent WaitsFor { get; set; }

    /// <summary>The node that is being cleared for it.</summary>
    public string? NominatedNode { get; set; } = info.NominatedNodeName;

    /// <summary>What its condition says, so that the same is not written twice.</summary>
    public string? ReportedMessage { get; set; }

    /// <summary>What its condition is to say as soon as there is time for that; null: nothing new.</summary>
    public string? Unreported { get; set; }

    /// <summary>The report that is being written. The binding waits for it, or it could say of a bound pod that it is not.</summary>
    public Task Reporting { get; set; } = Task.CompletedTask;

    internal QueuePlace Place { get; set; }
}
