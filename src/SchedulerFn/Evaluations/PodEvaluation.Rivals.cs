namespace CloudletK8s.SchedulerFn.Evaluations;

internal sealed partial class PodEvaluation
{
    /// <summary>What all checks say of one node now, as if it were asked alone.</summary>
    public long CheckFully(int slot) => HasRivals(slot) ? CheckAmongRivals(slot) : CheckAll(slot);

    /// <summary>For a node that the local checks let pass: what those say that look beyond it.</summary>
    public long CheckBeyond(int slot)
    {
        for (var i = 0; i < Checks.Length; i++)
        {
            if (!Checks[i].IsLocal && Checks[i].Check(slot) is var code and not NodeCheck.Passes)
                return NodeStatus.Refused(i, code);
        }

        return NodeStatus.Passes;
    }

    /// <summary>
    /// The node must do with the pods that are nominated to it, and without them: they may come, and they may not.
    /// </summary>
    private long CheckAmongRivals(int slot)
    {
        var mark = _changes.Position;
        var rivals = _nodes.Nominated[slot]!;
        for (var i = 0; i < rivals.Count; i++)
        {
            if (rivals[i].Pod.Priority >= Context.Shape.Priority)
                _state.Add(rivals[i]);
        }

        var status = CheckAll(slot);
        for (var i = 0; i < rivals.Count; i++)
        {
            if (rivals[i].Pod.Priority >= Context.Shape.Priority)
                _state.Remove(rivals[i]);
        }

        _changes.Truncate(mark);
        return status == NodeStatus.Passes ? CheckAll(slot) : status;
    }

    private bool HasRivals(int slot)
    {
        if (_nodes.Nominated[slot] is not { Count: > 0 } nominated)
            return false;

        foreach (var rival in nominated)
        {
            if (rival.Pod.Priority >= Context.Shape.Priority)
                return true;
        }

        return false;
    }

    private long CheckAll(int slot)
    {
        for (var i = 0; i < Checks.Length; i++)
        {
            if (Checks[i].Check(slot) is var code and not NodeCheck.Passes)
                return NodeStatus.Refused(i, code);
        }

        return NodeStatus.Passes;
    }
}
