using CloudletK8s.SchedulerFn.Clusters;

namespace CloudletK8s.SchedulerFn.Preemption;

/// <summary>What trials on nodes came to, for one kind of pod whose checks look at nothing beyond the node. A node that changed is tried again.</summary>
internal sealed class PreemptionMemo(ClusterState state)
{
    private long _seen = -1;
    private long _versions = -1;
    private bool[] _known = [];
    private Candidate?[] _candidates = [];
    private long[] _status = [];

    /// <summary>Forgets what is no longer so.</summary>
    /// <param name="versions">Of everything besides nodes that a trial depends on.</param>
    public void Update(long versions)
    {
        if (_known.Length < state.Nodes.Capacity)
        {
            Array.Resize(ref _known, state.Nodes.Capacity);
            Array.Resize(ref _candidates, state.Nodes.Capacity);
            Array.Resize(ref _status, state.Nodes.Capacity);
        }

        if (_versions == versions && _seen >= 0 && state.Changes.TryRead(_seen, out var slots))
        {
            foreach (var slot in slots)
                _known[slot] = false;
        }
        else
        {
            Array.Clear(_known);
        }

        _seen = state.Changes.Position;
        _versions = versions;
    }

    public bool TryGet(int slot, out Candidate? candidate, out long status)
    {
        (candidate, status) = (_candidates[slot], _status[slot]);
        return _known[slot];
    }

    public void Set(int slot, Candidate? candidate, long status)
    {
        _known[slot] = true;
        (_candidates[slot], _status[slot]) = (candidate, status);
    }
}
