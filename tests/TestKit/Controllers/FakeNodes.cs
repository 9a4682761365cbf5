using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.TestKit.Controllers;

/// <summary>What kubelets would do, by hand: tests say when a pod runs, gets ready, fails or ends.</summary>
public static class FakeNodes
{
    /// <summary>The pod runs and is ready; bound to a node if it was to none.</summary>
    public static Task<Pod> Ready(this ControlPlane plane, Pod pod, string node = "node-1") => plane.Report(pod, "Running", ready: true, node);

    public static Task<Pod> NotReady(this ControlPlane plane, Pod pod) => plane.Report(pod, "Running", ready: false, "node-1");

    public static Task<Pod> Finish(this ControlPlane plane, Pod pod, string phase, int exitCode = 0) => plane.Report(pod, phase, ready: false, "node-1", exitCode);

    /// <summary>Every pod there is, and that is on no node yet or not ready, becomes ready.</summary>
    public static async Task AllReady(this ControlPlane plane, string inNamespace, string labels = "")
    {
        foreach (var pod in await plane.List<Pod>(inNamespace, labels))
        {
            if (pod.Metadata!.DeletionTimestamp is null && pod.Status?.Phase is null or "Pending" or "Running")
                await plane.Ready(pod);
        }
    }

    /// <summary>Pods that were deleted with a grace period end, as their node would say.</summary>
    public static async Task EndTerminating(this ControlPlane plane, string inNamespace)
    {
        foreach (var pod in await plane.List<Pod>(inNamespace))
        {
            if (pod.Metadata!.DeletionTimestamp is not null)
                await plane.Client.Delete<Pod>(ObjectName.Of(pod), new() { GracePeriodSeconds = 0, Preconditions = new() { Uid = pod.Metadata.Uid } }, CancellationToken.None);
        }
    }

    private static Binding BindingTo(ObjectName pod, string node) => new()
    {
        Metadata = new() { Name = pod.Name, Namespace = pod.Namespace },
        Target = new() { Kind = "Node", Name = node },
    };

    private static async Task<Pod> Report(this ControlPlane plane, Pod pod, string phase, bool ready, string node, int exitCode = 0)
    {
        var name = ObjectName.Of(pod);
        if (pod.Spec?.NodeName is not { Length: > 0 })
            await plane.Client.Bind(BindingTo(name, node), WriteOptions.Default, CancellationToken.None);

        var now = plane.Time.GetUtcNow();
        return await plane.Change<Pod>(name.Namespace, name.Name, current => current with
        {
            Status = (current.Status ?? new()) with
            {
                Phase = phase,
                PodIP = current.Status?.PodIP ?? $"10.0.{name.GetHashCode() & 127}.{pod.Metadata!.Uid!.GetHashCode(StringComparison.Ordinal) & 127}",
                StartTime = current.Status?.StartTime ?? now,
                Conditions =
                [
                    .. (current.Status?.Conditions ?? []).Where(condition => condition.Type is not ("Ready" or "ContainersReady")),
                    new() { Type = "Ready", Status = ready ? "True" : "False", LastTransitionTime = now },
                    new() { Type = "ContainersReady", Status = ready ? "True" : "False", LastTransitionTime = now },
                ],
                ContainerStatuses =
                [
                    .. (current.Spec?.Containers ?? []).Select(container => new ContainerStatus
                    {
                        Name = container.Name,
                        Image = container.Image,
                        Ready = ready,
                        State = phase == "Running"
                            ? new() { Running = new() { StartedAt = now } }
                            : new() { Terminated = new() { ExitCode = exitCode, FinishedAt = now, Reason = exitCode == 0 ? "Completed" : "Error" } },
                    }),
                ],
            },
        }, status: true);
    }
}
