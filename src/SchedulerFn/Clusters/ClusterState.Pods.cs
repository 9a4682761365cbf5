using CloudletK8s.Api.Core.V1;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Clusters;

public sealed partial class ClusterState
{
    /// <summary>Takes in a pod as the API server has it: on its node, waiting with a nomination, or just known of.</summary>
    public PodInfo Apply(Pod pod)
    {
        var info = Compiler.Compile(pod);
        Apply(info);
        return info;
    }

    public void Apply(PodInfo pod)
    {
        if (pod.IsFinished)
        {
            RemovePod(pod.Key);
            return;
        }

        if (!_pods.TryGetValue(pod.Key, out var record))
        {
            if (pod.NodeName is null && pod.NominatedNodeName is null)
                return;
            _pods[pod.Key] = record = new(pod);
        }

        var earlier = record.Pod;
        record.Pod = pod;
        if (pod.NodeName is { } node)
        {
            Nominate(record, null);
            Storage.Forget(pod.Key);
            Place(record, pod, node, assumed: false);
        }
        else if (record.Placed is { IsAssumed: true } placed && placed.Pod.Uid == pod.Uid)
        {
            // An echo from before the binding; the assumption stands until it is confirmed or forgotten.
        }
        else
        {
            Unplace(record);
            // A nomination of our own that the API server does not show yet stays; one that it showed and shows no more is over.
            if (pod.NominatedNodeName is not null || earlier.NominatedNodeName is not null)
                Nominate(record, pod.NominatedNodeName);
            else if (record.NominatedTo is { } own)
                Nominate(record, own);
            Drop(record);
        }
    }

    public void RemovePod(string space, string name) => RemovePod(new(space, name));

    public void RemovePod(PodName key)
    {
        if (!_pods.Remove(key, out var record))
            return;

        Unplace(record);
        Nominate(record, null);
    }

    /// <summary>
    /// The pod is on its way to the node. The engine counts it there until Apply confirms it or Forget takes it back. Where it has
    /// been seen bound already, by whomever, it stays: the binding will fail.
    /// </summary>
    public void Assume(PodInfo pod, string node, VolumeDecisions? volumes = null)
    {
        if (!_pods.TryGetValue(pod.Key, out var record))
            _pods[pod.Key] = record = new(pod);
        if (record.Placed is { IsAssumed: false } bound && bound.Pod.Uid == pod.Uid)
            return;

        Nominate(record, null);
        Place(record, pod, node, assumed: true);
        if (volumes is { AreNone: false })
            Storage.Assume(pod.Key, node, volumes);
    }

    /// <summary>The binding failed: the pod is no longer counted where it was assumed. A pod seen bound stays.</summary>
    public void Forget(PodInfo pod)
    {
        Storage.Forget(pod.Key);
        if (!_pods.TryGetValue(pod.Key, out var record) || record.Placed is not { IsAssumed: true })
            return;

        Unplace(record);
        Nominate(record, record.Pod.NominatedNodeName);
        Drop(record);
    }

    /// <summary>Keeps room on a node for a pod whose victims are leaving it. Null takes the nomination back.</summary>
    public void Nominate(PodInfo pod, string? node)
    {
        if (!_pods.TryGetValue(pod.Key, out var record))
        {
            if (node is null)
                return;
            _pods[pod.Key] = record = new(pod);
        }

        Nominate(record, node);
        Drop(record);
    }

    /// <returns>The node to hand to ResumeNomination; null when there is nothing to resume.</returns>
    internal string? SuspendNomination(PodName key)
    {
        if (!_pods.TryGetValue(key, out var record) || record.NominatedTo is not { } node)
            return null;

        Nominate(record, null);
        return node;
    }

    internal void ResumeNomination(PodName key, string node) => Nominate(_pods[key], node);

    internal ShapeUse Use(PodShape shape)
    {
        if (_uses.TryGetValue(shape, out var use))
            return use;

        var others = shape.Requests.Others;
        var numbers = new int[others.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Nodes.ResourceNumber(others[i].Name);
        _uses[shape] = use = new(shape, numbers);
        Topology.Register(use);
        return use;
    }

    internal void Release(ShapeUse use)
    {
        if (--use.References > 0)
            return;

        _uses.Remove(use.Shape);
        Topology.Unregister(use);
    }

    /// <summary>Puts a pod on a node without keeping record of it: to try what would be. Its use must be held by somebody.</summary>
    internal void Add(PlacedPod placed)
    {
        Nodes.Pods[placed.Slot].Add(placed);
        Count(placed, 1);
    }

    internal void Remove(PlacedPod placed)
    {
        var pods = Nodes.Pods[placed.Slot];
        var at = pods.LastIndexOf(placed);
        pods[at] = pods[^1];
        pods.RemoveAt(pods.Count - 1);
        Count(placed, -1);
    }

    private void Count(PlacedPod placed, int sign)
    {
        Nodes.Count(placed.Slot, placed.Use, sign);
        Topology.Count(placed, sign);
        foreach (var claim in placed.Use.Shape.Volumes.Claims)
            Storage.CountUse(placed.Pod.Namespace, claim.Claim, sign);
        Changes.Add(placed.Slot);
    }

    private void Place(PodRecord record, PodInfo pod, string node, bool assumed)
    {
        if (record.Placed is { } before && before.Pod.Shape == pod.Shape && Nodes.Names[before.Slot] == node
            && before.Pod.IsTerminating == pod.IsTerminating && before.Pod.IsPreempted == pod.IsPreempted && before.Pod.Started == pod.Started
            && before.Pod.Uid == pod.Uid && before.IsAssumed == assumed)
            return;

        var use = Use(pod.Shape);
        use.References++;
        Unplace(record);
        record.Placed = new(pod, use, Nodes.SlotFor(node)) { IsAssumed = assumed };
        Add(record.Placed);
        PlacedPods++;
    }

    private void Unplace(PodRecord record)
    {
        if (record.Placed is not { } placed)
            return;

        record.Placed = null;
        PlacedPods--;
        Remove(placed);
        Release(placed.Use);
        Nodes.ReleaseIfUnused(placed.Slot);
    }

    private void Nominate(PodRecord record, string? node)
    {
        if (record.Nominated is { } before)
        {
            record.Nominated = null;
            record.NominatedTo = null;
            Nodes.Nominated[before.Slot]!.Remove(before);
            Changes.Add(before.Slot);
            Release(before.Use);
            Nodes.ReleaseIfUnused(before.Slot);
        }

        if (node is null)
            return;

        var next = new PlacedPod(record.Pod, Use(record.Pod.Shape), Nodes.SlotFor(node));
        next.Use.References++;
        (Nodes.Nominated[next.Slot] ??= []).Add(next);
        Changes.Add(next.Slot);
        record.Nominated = next;
        record.NominatedTo = node;
    }

    private void Drop(PodRecord record)
    {
        if (record.Placed is null && record.NominatedTo is null)
            _pods.Remove(record.Pod.Key);
    }
}
