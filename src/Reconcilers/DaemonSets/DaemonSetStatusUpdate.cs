using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>The status of a daemon set: what is on the nodes, each counted by its oldest daemon.</summary>
internal static class DaemonSetStatusUpdate
{
    public static DaemonSet Of(DaemonWork work)
    {
        int desired = 0, current = 0, misscheduled = 0, ready = 0, available = 0, updated = 0;
        foreach (var (node, fit) in work.Nodes)
        {
            var pods = work.On(node);
            if (!fit.ShouldRun)
            {
                misscheduled += pods.Count > 0 ? 1 : 0;
                continue;
            }

            desired++;
            if (pods.Count == 0)
                continue;

            current++;
            ready += pods[0].IsReady() ? 1 : 0;
            available += work.IsAvailable(pods[0]) ? 1 : 0;
            updated += work.IsUpdated(pods[0]) ? 1 : 0;
        }

        return work.Set with
        {
            Status = (work.Set.Status ?? new()) with
            {
                ObservedGeneration = work.Set.Metadata!.Generation,
                DesiredNumberScheduled = desired,
                CurrentNumberScheduled = current,
                NumberMisscheduled = misscheduled,
                NumberReady = ready,
                NumberAvailable = available,
                NumberUnavailable = desired - available,
                UpdatedNumberScheduled = updated,
                CollisionCount = work.History.CollisionCount,
            },
        };
    }
}
