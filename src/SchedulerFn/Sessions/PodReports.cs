using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Queues;

namespace CloudletK8s.SchedulerFn.Sessions;

/// <summary>What users are told of a pod that waits: its condition, its nomination, and events in Kubernetes' words.</summary>
internal sealed class PodReports(IApiClient client, Func<string, IEventRecorder> events, TimeProvider time)
{
    private const string Unschedulable = "Unschedulable";

    public void Scheduled(PodInfo pod, string resourceVersion, string node) => events(pod.SchedulerName).Record(new(
        Reference(pod, resourceVersion), EventNote.NormalType, "Scheduled", $"Successfully assigned {pod.Namespace}/{pod.Name} to {node}"));

    public void Failed(WaitingPod pod, string message) => events(pod.Info.SchedulerName).Record(new(
        Reference(pod.Info, pod.ResourceVersion), EventNote.WarningType, "FailedScheduling", message));

    public void Preempted(PodInfo victim, PodInfo by, string node) => events(by.SchedulerName).Record(new(
        Reference(victim, ""), EventNote.NormalType, "Preempted", $"Preempted by pod {by.Uid} on node {node}"));

    /// <summary>Writes the condition and the nomination, where they say something new.</summary>
    /// <param name="nominated">Null: leave it; empty: take it back.</param>
    public async ValueTask Report(WaitingPod pod, string message, string? nominated, CancellationToken cancellationToken)
    {
        if (pod.ReportedMessage == message && (nominated is null || nominated == (pod.NominatedNode ?? "")))
            return;

        var status = new TreeObject { ["conditions"] = new TreeList { Condition(message, isNew: pod.ReportedMessage is null) } };
        if (nominated is not null)
            status["nominatedNodeName"] = nominated.Length > 0 ? new TreeText(nominated) : TreeNull.Instance;

        pod.ReportedMessage = message;
        if (nominated is not null)
            pod.NominatedNode = nominated.Length > 0 ? nominated : null;
        await Patch(pod.Info, status, cancellationToken);
    }

    public ValueTask ClearNomination(PodInfo pod, CancellationToken cancellationToken) =>
        Patch(pod, new TreeObject { ["nominatedNodeName"] = TreeNull.Instance }, cancellationToken);

    /// <summary>Says on the victim why it goes; the deletion follows.</summary>
    public ValueTask Disrupt(PodInfo victim, PodInfo by, CancellationToken cancellationToken)
    {
        var condition = new TreeObject(6);
        condition.Set("type", "DisruptionTarget");
        condition.Set("status", "True");
        condition.Set("reason", "PreemptionByScheduler");
        condition.Set("message", $"{by.SchedulerName}: preempting to accommodate a higher priority pod");
        condition.Set("lastTransitionTime", GoTime.Format(time.GetUtcNow()));
        return Patch(victim, new TreeObject { ["conditions"] = new TreeList { condition } }, cancellationToken);
    }

    private TreeObject Condition(string message, bool isNew)
    {
        var condition = new TreeObject(6);
        condition.Set("type", "PodScheduled");
        condition.Set("status", "False");
        condition.Set("reason", Unschedulable);
        condition.Set("message", message);
        condition["lastProbeTime"] = TreeNull.Instance;

        // The time of the transition stays while the status does.
        if (isNew)
            condition.Set("lastTransitionTime", GoTime.Format(time.GetUtcNow()));
        return condition;
    }

    /// <summary>A pod that is gone needs no report.</summary>
    private async ValueTask Patch(PodInfo pod, TreeObject status, CancellationToken cancellationToken) => await client.Patch<Pod>(
        new(pod.Namespace, pod.Name), new ObjectPatch.Strategic(Body(pod, status)), "status", WriteOptions.Default, cancellationToken);

    /// <summary>Of this very pod: with another uid the patch conflicts.</summary>
    private static TreeObject Body(PodInfo pod, TreeObject status)
    {
        var body = new TreeObject { ["status"] = status };
        body.ObjectOrNew("metadata").Set("uid", pod.Uid);
        return body;
    }

    private static ObjectReference Reference(PodInfo pod, string resourceVersion) => new()
    {
        Kind = "Pod",
        ApiVersion = "v1",
        Namespace = pod.Namespace,
        Name = pod.Name,
        Uid = pod.Uid,
        ResourceVersion = resourceVersion.Length > 0 ? resourceVersion : null,
    };
}
