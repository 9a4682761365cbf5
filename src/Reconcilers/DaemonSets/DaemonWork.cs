using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.Revisions;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>The daemons by node, and the writes that a decision has collected so far.</summary>
internal sealed class DaemonWork
{
    /// <summary>The most pods that are made or given up in one go; the rest comes with the next look.</summary>
    private const int Burst = 250;

    private readonly List<string> _made = [];
    private readonly List<Pod> _deleted = [];

    public DaemonWork(DaemonSetView view, IReadOnlyList<Pod> pods, RevisionHistory history, DateTimeOffset now)
    {
        View = view;
        History = history;
        Now = now;
        var update = history.Update.Metadata!;
        Hash = update.Labels?.GetValueOrDefault(DaemonPods.HashLabel) ?? update.Name!;
        var eligibility = new NodeEligibility(Set.Spec!.Template);
        Nodes = [.. view.Nodes.Select(node => (node.Metadata!.Name!, eligibility.Of(node))).OrderBy(node => node.Item1, StringComparer.Ordinal)];
        ByNode = pods
            .Where(pod => !(pod.IsFinished() && pod.IsTerminating()) && DaemonPods.NodeOf(pod) is not null)
            .GroupBy(pod => DaemonPods.NodeOf(pod)!, StringComparer.Ordinal)
            .ToDictionary(node => node.Key, node => Ordered(node), StringComparer.Ordinal);
    }

    public DaemonSetView View { get; }

    public DaemonSet Set => View.Set;

    public RevisionHistory History { get; }

    public DateTimeOffset Now { get; }

    /// <summary>What the pods of the set's template are labelled with.</summary>
    public string Hash { get; }

    public IReadOnlyList<(string Name, NodeFit Fit)> Nodes { get; }

    /// <summary>On each node the oldest first, and those that are not on their node yet last.</summary>
    public Dictionary<string, List<Pod>> ByNode { get; }

    /// <summary>What is told besides what the writes tell.</summary>
    public List<EventNote> Events { get; } = [];

    /// <summary>When failed pods may be replaced that were left alone for now.</summary>
    public TimeSpan? Wait { get; private set; }

    public bool HasPodWrites => _made.Count + _deleted.Count > 0;

    public bool IsMoreThanABurst => _made.Count > Burst || _deleted.Count > Burst;

    public IReadOnlyList<Pod> On(string node) => ByNode.GetValueOrDefault(node) ?? [];

    public bool IsUpdated(Pod pod) => DaemonPods.IsUpdated(Set, pod, Hash);

    public bool IsAvailable(Pod pod) => pod.IsAvailable(Set.Spec!.MinReadySeconds, Now);

    public int MaxSurge(int nodes) => (Rolling?.MaxSurge ?? IntOrString.Of(0)).Scaled(nodes, roundUp: true);

    public int MaxUnavailable(int nodes) => (Rolling?.MaxUnavailable ?? IntOrString.Of(0)).Scaled(nodes, roundUp: true);

    public void Make(string node) => _made.Add(node);

    public void Delete(Pod pod) => _deleted.Add(pod);

    public void LookAgainAfter(TimeSpan wait) => Wait = Wait is { } known && known < wait ? known : wait;

    public IEnumerable<PlanStep> Steps()
    {
        if (History.Write is { } revision)
            yield return PlanStep.Of(revision);
        if (_made.Count > 0)
            yield return new([.. _made.Take(Burst).Select(node => PodWrites.Create(Set, DaemonPods.Make(View, node, Hash)))]) { SlowStart = true };
        if (_deleted.Count > 0)
            yield return new([.. _deleted.Take(Burst).Select(pod => PodWrites.Delete(Set, pod))]);
    }

    private RollingUpdateDaemonSet? Rolling => Set.Spec!.UpdateStrategy is { Type: "RollingUpdate" } strategy ? strategy.RollingUpdate : null;

    private static List<Pod> Ordered(IEnumerable<Pod> pods) =>
    [
        .. pods.OrderBy(pod => string.IsNullOrEmpty(pod.Spec?.NodeName))
            .ThenBy(pod => pod.Metadata!.CreationTimestamp).ThenBy(pod => pod.Metadata!.Name, StringComparer.Ordinal),
    ];
}
