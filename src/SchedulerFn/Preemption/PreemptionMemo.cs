using System.Runtime.InteropServices;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Evaluations;

namespace CloudletK8s.SchedulerFn.Preemption;

/// <summary>
/// What trials on nodes came to, for one kind of pod whose checks look at nothing beyond the node, with counts of it. Only nodes that
/// changed are tried again, so that a pod that fits nowhere costs little when a thousand like it were tried before.
/// </summary>
internal sealed class PreemptionMemo(ClusterState state)
{
    private readonly Dictionary<long, int> _failures = [];
    private long _seen = -1;
    private long _versions = -1;
    private Answer[] _answers = [];
    private Candidate[] _candidates = [];
    private long[] _status = [];
    private int[] _changed = [];
    private int _found;

    private enum Answer : byte
    {
        /// <summary>No node, or one where evicting pods does not help.</summary>
        NotHelpful,

        /// <summary>With all less important pods gone the checks still refuse, or there are none.</summary>
        Failed,

        Candidate,
    }

    /// <summary>Nodes where evicting pods could help.</summary>
    public int Potential { get; private set; }

    /// <summary>How often trials ended with each status.</summary>
    public IEnumerable<(long Status, int Nodes, int Slot)> Failures =>
        _failures.Where(failure => failure.Value > 0).Select(failure => (failure.Key, failure.Value, FailedSlot(failure.Key)));

    /// <summary>Tries again where something is new.</summary>
    /// <param name="versions">Of everything besides nodes that a trial depends on.</param>
    public void Refresh(PodEvaluation evaluation, Trial trial, long versions)
    {
        if (_answers.Length < state.Nodes.Capacity)
        {
            Array.Resize(ref _answers, state.Nodes.Capacity);
            Array.Resize(ref _candidates, state.Nodes.Capacity);
            Array.Resize(ref _status, state.Nodes.Capacity);
        }

        if (_versions == versions && _seen >= 0 && state.Changes.TryRead(_seen, out var slots) && slots.Length <= state.Nodes.Slots)
        {
            // Trials write to the log and take it back, so it is read from a copy.
            if (_changed.Length < slots.Length)
                _changed = new int[Math.Max(slots.Length, 64)];
            slots.CopyTo(_changed);
            foreach (var slot in _changed.AsSpan(0, slots.Length))
                Ask(evaluation, trial, slot);
        }
        else
        {
            for (var slot = 0; slot < state.Nodes.Slots; slot++)
                Ask(evaluation, trial, slot);
        }

        _seen = state.Changes.Position;
        _versions = versions;
    }

    /// <returns>The slot of the node where room costs the least, the first of equals; -1: there is none.</returns>
    public int Best()
    {
        var best = -1;
        for (var (slot, left) = (0, _found); left > 0; slot++)
        {
            if (_answers[slot] != Answer.Candidate)
                continue;

            left--;
            if (best < 0 || _candidates[slot].CompareTo(_candidates[best]) < 0)
                best = slot;
        }

        return best;
    }

    private void Ask(PodEvaluation evaluation, Trial trial, int slot)
    {
        Count(slot, -1);
        var answer = Answer.NotHelpful;
        if (state.Nodes.Exists(slot) && evaluation.IsResolvable(evaluation.Status[slot]))
        {
            var candidate = trial.Run(evaluation, slot, out _status[slot]);
            _candidates[slot] = candidate.GetValueOrDefault();
            answer = candidate is null ? Answer.Failed : Answer.Candidate;
        }

        _answers[slot] = answer;
        Count(slot, 1);
    }

    private void Count(int slot, int by)
    {
        if (_answers[slot] == Answer.NotHelpful)
            return;

        Potential += by;
        if (_answers[slot] == Answer.Candidate)
            _found += by;
        else
            CollectionsMarshal.GetValueRefOrAddDefault(_failures, _status[slot], out _) += by;
    }

    private int FailedSlot(long status)
    {
        for (var slot = 0; ; slot++)
        {
            if (_answers[slot] == Answer.Failed && _status[slot] == status)
                return slot;
        }
    }
}
