using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>One daemon on every node that asks for one, and none elsewhere.</summary>
internal static class DaemonPlacement
{
    public static void Step(DaemonWork work)
    {
        var surges = work.MaxSurge(work.Nodes.Count(node => node.Fit.ShouldRun)) > 0;
        foreach (var (node, fit) in work.Nodes)
        {
            var pods = work.On(node);
            if (fit.ShouldRun && pods.Count == 0)
                work.Make(node);
            else if (fit.ShouldContinue)
                Keep(work, node, pods, fit.ShouldRun, surges);
            else
                GiveUp(work, pods);
        }

        GiveUpLost(work);
    }

    private static void Keep(DaemonWork work, string node, IReadOnlyList<Pod> pods, bool shouldRun, bool surges)
    {
        var running = Running(work, node, pods);
        if (!surges)
        {
            GiveUp(work, running.Skip(1));
        }
        else if (running.Count == 0 && shouldRun)
        {
            // One that is on its way out does not hold up the next.
            work.Make(node);
        }
        else if (running.Count > 1)
        {
            KeepTwo(work, running);
        }
    }

    /// <summary>While a node changes over, the oldest old pod stays until the oldest new one can take its place.</summary>
    private static void KeepTwo(DaemonWork work, List<Pod> running)
    {
        var young = running.Find(work.IsUpdated);
        var old = running.Find(pod => !work.IsUpdated(pod));
        GiveUp(work, running.Where(pod => !ReferenceEquals(pod, young) && !ReferenceEquals(pod, old)));
        if (young is not null && old is not null && (!old.IsReady() || work.IsAvailable(young)))
            work.Delete(old);
    }

    private static List<Pod> Running(DaemonWork work, string node, IReadOnlyList<Pod> pods)
    {
        var running = new List<Pod>();
        foreach (var pod in pods)
        {
            if (pod.IsTerminating())
                continue;

            if (pod.IsFinished())
                Replace(work, node, pod);
            else
                running.Add(pod);
        }

        return running;
    }

    private static void Replace(DaemonWork work, string node, Pod pod)
    {
        var name = $"{pod.Metadata!.Namespace}/{pod.Metadata.Name} on node {node}";
        if (pod.Status!.Phase == PodState.Succeeded)
        {
            work.Events.Add(EventNote.Normal(work.Set, "SucceededDaemonPod", $"Found succeeded daemon pod {name}, will try to delete it"));
        }
        else if (work.View.FailedUntil(node) is { } until && until > work.Now)
        {
            work.LookAgainAfter(until - work.Now);
            return;
        }
        else
        {
            work.Events.Add(EventNote.Warning(work.Set, "FailedDaemonPod", $"Found failed daemon pod {name}, will try to kill it"));
        }

        work.Delete(pod);
    }

    private static void GiveUp(DaemonWork work, IEnumerable<Pod> pods)
    {
        foreach (var pod in pods)
        {
            if (!pod.IsTerminating())
                work.Delete(pod);
        }
    }

    /// <summary>Pods that wait for a node that is gone would wait for ever.</summary>
    private static void GiveUpLost(DaemonWork work)
    {
        var nodes = work.Nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (node, pods) in work.ByNode)
        {
            if (!nodes.Contains(node))
                GiveUp(work, pods.Where(pod => string.IsNullOrEmpty(pod.Spec?.NodeName)));
        }
    }
}
