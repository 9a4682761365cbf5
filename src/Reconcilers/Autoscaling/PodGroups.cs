using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Autoscaling.Metrics;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>Pods by what their metrics are worth.</summary>
/// <param name="Unready">Not running yet, or not for long enough to have been measured.</param>
/// <param name="Missing">Running without metrics.</param>
/// <param name="Samples">Of the others.</param>
internal sealed record PodGroups(int Ready, IReadOnlyList<string> Unready, IReadOnlyList<string> Missing, Dictionary<string, PodSample> Samples)
{
    /// <summary>Pods burn processor time while they start.</summary>
    private static readonly TimeSpan Initialization = TimeSpan.FromMinutes(5);

    /// <summary>A pod that has been ready was so later than this after its start.</summary>
    private static readonly TimeSpan InitialReadiness = TimeSpan.FromSeconds(30);

    /// <param name="isProcessor">Whether what a starting pod uses says nothing.</param>
    public static PodGroups Of(IReadOnlyList<Pod> pods, Dictionary<string, PodSample> samples, bool isProcessor, DateTimeOffset now)
    {
        var usable = new Dictionary<string, PodSample>(samples, StringComparer.Ordinal);
        var ready = 0;
        List<string> unready = [], missing = [];
        foreach (var pod in pods)
        {
            var name = pod.Metadata!.Name!;
            if (pod.IsTerminating() || pod.Status?.Phase == PodState.Failed)
            {
                usable.Remove(name);
            }
            else if (pod.Status?.Phase is PodState.Pending or null)
            {
                unready.Add(name);
                usable.Remove(name);
            }
            else if (!samples.TryGetValue(name, out var sample))
            {
                missing.Add(name);
            }
            else if (isProcessor && IsStarting(pod, sample, now))
            {
                unready.Add(name);
                usable.Remove(name);
            }
            else
            {
                ready++;
            }
        }

        return new(ready, unready, missing, usable);
    }

    private static bool IsStarting(Pod pod, PodSample sample, DateTimeOffset now)
    {
        if (pod.Condition("Ready") is not { } condition || pod.Status?.StartTime is not { } started)
            return true;

        var since = condition.LastTransitionTime ?? DateTimeOffset.MinValue;
        return started + Initialization > now
            ? condition.Status == "False" || sample.At < since + sample.Window
            : condition.Status == "False" && started + InitialReadiness > since;
    }
}
