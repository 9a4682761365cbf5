using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Preemption;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>
/// The answers of all plugins about all nodes for one kind of pod, shared by all pods of that kind. Only nodes that changed since are
/// asked about again.
/// </summary>
internal sealed partial class PodEvaluation
{
    /// <summary>Odd amounts can make sums negative, so any sum is better than this.</summary>
    private const long Refused = long.MinValue;
    private readonly ClusterState _state;
    private readonly NodeTable _nodes;
    private readonly ChangeLog _changes;
    private readonly NodeScore[] _localFinal;
    private readonly NodeScore[] _localStretched;
    private long _seen = -1;
    private long _versions;
    private long[] _status = [];
    private long[] _sums = [];
    private readonly long[][] _stretched;
    private readonly int[] _beyond;
    private int _beyondCount;
    private int[] _changed = [];
    private PreemptionMemo? _trials;

    public PodEvaluation(EvaluationContext context)
    {
        Context = context;
        _state = context.State;
        _nodes = context.Nodes;
        _changes = context.State.Changes;
        Checks = [.. context.Profile.Filters.Select(plugin => PluginCatalog.Check(plugin, context)).OfType<NodeCheck>()];
        _beyond = new int[Checks.Length];
        Scores = [.. context.Profile.Scores.Select(plugin => PluginCatalog.Score(plugin, context)).OfType<NodeScore>()];
        _localFinal = [.. Scores.Where(score => score is { IsLocal: true, IsNormalized: false })];
        _localStretched = [.. Scores.Where(score => score is { IsLocal: true, IsNormalized: true })];
        ClusterScores = [.. Scores.Where(score => !score.IsLocal)];
        NonZero = new int[_localStretched.Length];
        _stretched = new long[_localStretched.Length][];
        Array.Fill(_stretched, []);
        context.Use.References++;
    }

    public EvaluationContext Context { get; }

    /// <summary>In the order of the profile.</summary>
    public NodeCheck[] Checks { get; }

    public NodeScore[] Scores { get; }

    public NodeScore[] ClusterScores { get; }

    public NodeScore[] StretchedScores => _localStretched;

    /// <summary>Some check has to look beyond the node, and finds something there.</summary>
    public bool HasClusterChecks { get; private set; }

    /// <summary>By slot, what the local checks say.</summary>
    public ReadOnlySpan<long> Status => _status.AsSpan(0, _nodes.Slots);

    /// <summary>By slot, the weighted sum of the local scores that are final; the least there is where a local check refused.</summary>
    public ReadOnlySpan<long> Sums => _sums.AsSpan(0, _nodes.Slots);

    /// <summary>For each stretched score, by slot.</summary>
    public long[][] Stretched => _stretched;

    /// <summary>For each stretched score, how many nodes that pass have any: none means that stretching tells them not apart.</summary>
    public int[] NonZero { get; }

    /// <summary>How often each refusal of the local checks occurs.</summary>
    public Dictionary<long, int> Refusals { get; } = [];

    /// <summary>What preemption found on each node; made when first asked for.</summary>
    public PreemptionMemo Trials => _trials ??= new(_state);

    /// <summary>Nodes that the local checks let pass, those that must be asked again included.</summary>
    public int Passing { get; private set; }

    /// <summary>Brings all answers up to date.</summary>
    public void Refresh()
    {
        var versions = Versions();
        FindChecksBeyond();
        if (_versions == versions && _seen >= 0 && _status.Length >= _nodes.Slots && _changes.TryRead(_seen, out var slots) && slots.Length <= _nodes.Slots)
        {
            // Settling may write to the log and take it back, so it is read from a copy.
            var changed = slots.Length <= _changed.Length ? _changed : _changed = new int[Math.Max(slots.Length, 64)];
            slots.CopyTo(changed);
            var count = slots.Length;
            for (var i = 0; i < count; i++)
                Settle(changed[i]);
        }
        else
        {
            Grow();
            for (var slot = 0; slot < _nodes.Slots; slot++)
                Settle(slot);
        }

        _seen = _changes.Position;
        _versions = versions;
    }

    /// <summary>Of everything besides nodes that local answers depend on.</summary>
    public long Versions()
    {
        var versions = 0L;
        foreach (var check in Checks)
            versions = (versions * 31) + check.Version;
        foreach (var score in Scores)
            versions = (versions * 31) + score.Version;
        return versions;
    }

    /// <summary>Whether removing pods from the node could change what a check said of it.</summary>
    public bool IsResolvable(long status) => status > 0 && !Checks[NodeStatus.Check(status)].IsUnresolvable(NodeStatus.Code(status));

    public IReadOnlyList<string> Reasons(long status, int slot) => Checks[NodeStatus.Check(status)].Reasons(NodeStatus.Code(status), slot);

    public void Release()
    {
        foreach (var check in Checks)
            check.Release();
        foreach (var score in Scores)
            score.Release();
        _state.Release(Context.Use);
    }

    private void FindChecksBeyond()
    {
        _beyondCount = 0;
        for (var i = 0; i < Checks.Length; i++)
        {
            if (!Checks[i].IsLocal && !Checks[i].IsIdle)
                _beyond[_beyondCount++] = i;
        }

        // What is settled about nodes with rivals depends on it.
        if (_beyondCount > 0 != HasClusterChecks)
            _seen = -1;
        HasClusterChecks = _beyondCount > 0;
    }

    private void Grow()
    {
        if (_status.Length >= _nodes.Slots)
            return;

        var from = _status.Length;
        Array.Resize(ref _status, _nodes.Capacity);
        Array.Resize(ref _sums, _nodes.Capacity);
        Array.Fill(_status, NodeStatus.Absent, from, _status.Length - from);
        Array.Fill(_sums, Refused, from, _sums.Length - from);
        for (var i = 0; i < _stretched.Length; i++)
            Array.Resize(ref _stretched[i], _nodes.Capacity);
    }

    private void Settle(int slot)
    {
        var before = _status[slot];
        var after = Ask(slot);
        if (before != after)
        {
            Count(before, -1);
            Count(after, 1);
            _status[slot] = after;
        }

        var passes = after is NodeStatus.Passes or NodeStatus.Unsettled;
        var sum = passes ? 0L : Refused;
        if (passes)
        {
            foreach (var score in _localFinal)
                sum += score.Score(slot) * score.Weight;
        }

        _sums[slot] = sum;
        for (var i = 0; i < _localStretched.Length; i++)
        {
            var score = passes ? _localStretched[i].Score(slot) : 0;
            NonZero[i] += (score == 0 ? 0 : 1) - (_stretched[i][slot] == 0 ? 0 : 1);
            _stretched[i][slot] = score;
        }
    }

    private long Ask(int slot)
    {
        if (!_nodes.Exists(slot))
            return NodeStatus.Absent;
        if (!HasRivals(slot))
            return CheckLocally(slot);

        // Rivals with a claim on the node are asked about with each pod where what is elsewhere matters too.
        return HasClusterChecks ? NodeStatus.Unsettled : CheckAmongRivals(slot);
    }

    private long CheckLocally(int slot)
    {
        for (var i = 0; i < Checks.Length; i++)
        {
            if (Checks[i].IsLocal && Checks[i].Check(slot) is var code and not NodeCheck.Passes)
                return NodeStatus.Refused(i, code);
        }

        return NodeStatus.Passes;
    }

    private void Count(long status, int by)
    {
        if (status is NodeStatus.Passes or NodeStatus.Unsettled)
            Passing += by;
        else if (status != NodeStatus.Absent)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Refusals, status, out _) += by;
    }
}
