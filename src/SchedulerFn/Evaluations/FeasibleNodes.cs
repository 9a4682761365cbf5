using CloudletK8s.SchedulerFn.Nodes;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>The nodes that could run a pod. One object serves pod after pod, so that finding them allocates nothing.</summary>
internal sealed class FeasibleNodes(NodeTable nodes)
{
    // Kubernetes never scores fewer than this, whatever the percentage.
    private const int FewestScored = 100;
    private const int All = 100;
    private int[] _slots = [];
    private long[] _final = [];
    private PodEvaluation? _evaluation;
    private bool _listed;
    private int _start;

    public int Count { get; private set; }

    /// <summary>Nodes that were asked; the rest were not needed.</summary>
    public IReadOnlyCollection<string>? Named { get; private set; }

    /// <summary>In the order of their slots.</summary>
    public ReadOnlySpan<int> Slots
    {
        get
        {
            List();
            return _slots.AsSpan(0, Count);
        }
    }

    /// <summary>What all checks say of a node, the local ones and those that look beyond it.</summary>
    public long StatusOf(int slot) => Named is null && !_evaluation!.HasClusterChecks ? _evaluation.Status[slot] : _final[slot];

    /// <summary>Whether the checks looked at the node at all: pods for named nodes ask about no others.</summary>
    public bool IsAsked(int slot) => Named is null || Named.Contains(nodes.Names[slot]);

    public void Find(PodEvaluation evaluation, IReadOnlyCollection<string>? named)
    {
        _evaluation = evaluation;
        Named = named;
        _listed = false;
        if (_slots.Length < nodes.Capacity)
        {
            _slots = new int[nodes.Capacity];
            _final = new long[nodes.Capacity];
        }

        if (named is not null)
        {
            FindNamed(evaluation, named);
            return;
        }

        evaluation.Refresh();
        if (evaluation.HasClusterChecks)
            FindInCluster(evaluation);
        else
            Count = evaluation.Passing;
        Limit(evaluation.Context.Profile.PercentageOfNodesToScore);
    }

    private void FindNamed(PodEvaluation evaluation, IReadOnlyCollection<string> named)
    {
        _listed = true;
        Count = 0;
        foreach (var name in named)
        {
            var slot = nodes.SlotOf(name);
            if (slot < 0 || !nodes.Exists(slot))
                continue;

            _final[slot] = evaluation.CheckFully(slot);
            if (_final[slot] == NodeStatus.Passes)
                _slots[Count++] = slot;
        }

        _slots.AsSpan(0, Count).Sort();
    }

    private void FindInCluster(PodEvaluation evaluation)
    {
        _listed = true;
        Count = 0;
        var status = evaluation.Status;
        for (var slot = 0; slot < status.Length; slot++)
        {
            var final = status[slot];
            if (final == NodeStatus.Passes)
                final = evaluation.CheckBeyond(slot);
            else if (final == NodeStatus.Unsettled)
                final = evaluation.CheckFully(slot);
            _final[slot] = final;
            if (final == NodeStatus.Passes)
                _slots[Count++] = slot;
        }
    }

    private void List()
    {
        if (_listed)
            return;

        _listed = true;
        var at = 0;
        var status = _evaluation!.Status;
        for (var slot = 0; slot < status.Length; slot++)
        {
            if (status[slot] == NodeStatus.Passes)
                _slots[at++] = slot;
        }
    }

    /// <summary>Where a share of the nodes is enough, takes the next ones after those of the last pod.</summary>
    private void Limit(int percentage)
    {
        if (percentage is <= 0 or >= All || nodes.Live < FewestScored)
            return;

        var limit = Math.Max(FewestScored, (int)((long)nodes.Live * percentage / All));
        if (Count <= limit)
            return;

        List();
        var from = _slots.AsSpan(0, Count).BinarySearch(_start);
        if (from < 0)
            from = ~from;
        var taken = new int[limit];
        for (var i = 0; i < limit; i++)
            taken[i] = _slots[(from + i) % Count];
        _start = (taken[^1] + 1) % nodes.Slots;
        Count = limit;
        taken.AsSpan().Sort();
        taken.CopyTo(_slots, 0);
    }
}
