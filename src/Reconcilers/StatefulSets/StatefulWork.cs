using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Revisions;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>The pods of a stateful set by ordinal, and the writes that a decision has collected so far.</summary>
internal sealed class StatefulWork
{
    private readonly List<Write> _claims = [];
    private readonly List<Write> _pods = [];
    private readonly HashSet<Pod> _deleted = new(ReferenceEqualityComparer.Instance);

    public StatefulWork(StatefulSetView view, IReadOnlyList<Pod> pods, RevisionHistory history, DateTimeOffset now)
    {
        View = view;
        History = history;
        Now = now;
        Update = history.Update;
        Current = history.Named(view.Set.Status?.CurrentRevision) ?? Update;
        var byOrdinal = new Dictionary<int, Pod>();
        foreach (var pod in pods)
        {
            if (Ordinals.Of(Set, pod) is >= 0 and var ordinal)
                byOrdinal[ordinal] = pod;
        }

        var start = Ordinals.Start(Set);
        Replicas = [.. Enumerable.Range(start, Math.Max(0, Set.Spec!.Replicas ?? 1)).Select(ordinal => Slot(ordinal, byOrdinal.GetValueOrDefault(ordinal)))];
        Condemned = [.. byOrdinal.Where(pod => !Ordinals.IsInRange(Set, pod.Key)).OrderByDescending(pod => pod.Key).Select(pod => Slot(pod.Key, pod.Value))];
    }

    public StatefulSetView View { get; }

    public StatefulSet Set => View.Set;

    public RevisionHistory History { get; }

    public DateTimeOffset Now { get; }

    public int MinReadySeconds => Set.Spec!.MinReadySeconds;

    /// <summary>The revision that the set comes from.</summary>
    public ControllerRevision Current { get; }

    /// <summary>The revision that it goes to.</summary>
    public ControllerRevision Update { get; }

    /// <summary>One pod after the other, each only when those before it can be counted on.</summary>
    public bool IsOrdered => Set.Spec!.PodManagementPolicy != "Parallel";

    /// <summary>In the order of ordinals.</summary>
    public IReadOnlyList<StatefulSlot> Replicas { get; }

    /// <summary>Pods beyond the replicas, the highest ordinal first.</summary>
    public IReadOnlyList<StatefulSlot> Condemned { get; }

    /// <summary>Slots whose pods this work makes.</summary>
    public HashSet<StatefulSlot> Made { get; } = new(ReferenceEqualityComparer.Instance);

    public bool IsDeleted(StatefulSlot slot) => slot.Pod is not null && _deleted.Contains(slot.Pod);

    public bool IsUnavailable(StatefulSlot slot) => slot.IsUnavailable(MinReadySeconds, Now);

    public IEnumerable<PlanStep> Steps()
    {
        if (History.Write is { } revision)
            yield return PlanStep.Of(revision);
        if (_claims.Count > 0)
            yield return new(_claims);
        if (_pods.Count > 0)
            yield return new(_pods) { SlowStart = Made.Count > 1 };
    }

    public void Claim(IEnumerable<Write> writes) => _claims.AddRange(writes);

    public void Make(StatefulSlot slot)
    {
        var revision = slot.Revision == Update.Metadata!.Name ? Update : Current;
        Made.Add(slot);
        _pods.Add(Told(new Write.Create<Pod>(StatefulPods.Make(Set, RevisionHistory.TemplateOf(revision), slot.Revision!, slot.Ordinal)), "create", "Create", slot.Ordinal));
    }

    public void Change(StatefulSlot slot, Pod wanted) => _pods.Add(Told(new Write.Update<Pod>(wanted), "update", "Update", slot.Ordinal));

    public void Delete(StatefulSlot slot)
    {
        if (_deleted.Add(slot.Pod!))
            _pods.Add(Told(new Write.Delete<Pod>(slot.Pod!) { Settled = true }, "delete", "Delete", slot.Ordinal));
    }

    private StatefulSlot Slot(int ordinal, Pod? pod) =>
        new(ordinal, pod, pod is null ? (IsHeldBack(ordinal) ? Current : Update).Metadata!.Name : StatefulPods.RevisionOf(pod));

    /// <summary>Pods below the partition, or that the update has not come to, are made again as they were.</summary>
    private bool IsHeldBack(int ordinal)
    {
        var strategy = Set.Spec!.UpdateStrategy;
        return strategy?.RollingUpdate is { } rolling
            ? ordinal < Ordinals.Start(Set) + (rolling.Partition ?? 0)
            : strategy?.Type == "RollingUpdate" && ordinal < Ordinals.Start(Set) + (Set.Status?.CurrentReplicas ?? 0);
    }

    private Write Told(Write write, string verb, string title, int ordinal)
    {
        var (set, pod) = (Set, Ordinals.PodName(Set, ordinal));
        return write with
        {
            Done = EventNote.Normal(set, "Successful" + title, $"{verb} Pod {pod} in StatefulSet {set.Metadata!.Name} successful"),
            Refused = refusal => refusal.IsNamespaceGoing() ? null : EventNote.Warning(
                set, "Failed" + title, $"{verb} Pod {pod} in StatefulSet {set.Metadata.Name} failed error: {refusal.Message}"),
        };
    }
}
