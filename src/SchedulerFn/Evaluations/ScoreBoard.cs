using System.Numerics;
using CloudletK8s.SchedulerFn.Placements;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>Finds the best of the nodes that could run a pod. One object serves pod after pod.</summary>
internal sealed class ScoreBoard
{
    private long[] _totals = [];
    private long[] _column = [];

    /// <summary>The index into the feasible nodes' slots would cost listing them; the slot itself is enough.</summary>
    public int Best(PodEvaluation evaluation, FeasibleNodes feasible, Random random)
    {
        if (IsDirect(evaluation, feasible))
            return Choose(evaluation.Sums, random);

        var slots = feasible.Slots;
        var totals = Totals(evaluation, feasible);
        return slots[Choose(totals, random)];
    }

    /// <summary>By feasible node, the weighted sum of all scores.</summary>
    public ReadOnlySpan<long> Totals(PodEvaluation evaluation, FeasibleNodes feasible)
    {
        var slots = feasible.Slots;
        if (_totals.Length < slots.Length)
        {
            _totals = new long[Math.Max(slots.Length, 64)];
            _column = new long[_totals.Length];
        }

        var totals = _totals.AsSpan(0, slots.Length);
        totals.Clear();
        var cached = feasible.Named is null;
        if (cached)
        {
            var sums = evaluation.Sums;
            for (var i = 0; i < slots.Length; i++)
                totals[i] = sums[slots[i]];
        }

        foreach (var score in evaluation.Scores)
        {
            if (cached && score is { IsLocal: true, IsNormalized: false })
                continue;
            if (!Column(score, slots, out var column))
                continue;
            for (var i = 0; i < column.Length; i++)
                totals[i] += column[i] * score.Weight;
        }

        return totals;
    }

    /// <summary>What each plugin gives one of the feasible nodes.</summary>
    public IReadOnlyList<PluginScore> ScoresOf(PodEvaluation evaluation, FeasibleNodes feasible, int slot)
    {
        var given = new List<PluginScore>(evaluation.Scores.Length);
        var direct = IsDirect(evaluation, feasible);
        foreach (var score in evaluation.Scores)
        {
            if (score is { IsLocal: true, IsNormalized: false })
            {
                given.Add(new(score.Plugin, score.Score(slot), score.Weight));
                continue;
            }

            if (direct)
            {
                if (score.IsLocal)
                    given.Add(new(score.Plugin, score.OfNothing, score.Weight));
                continue;
            }

            if (Column(score, feasible.Slots, out var column))
                given.Add(new(score.Plugin, column[feasible.Slots.BinarySearch(slot)], score.Weight));
        }

        return given;
    }

    /// <summary>The scores that stand by themselves decide: no other tells any two nodes apart.</summary>
    private static bool IsDirect(PodEvaluation evaluation, FeasibleNodes feasible)
    {
        if (feasible.Named is not null || evaluation.HasClusterChecks || feasible.Count != evaluation.Passing)
            return false;

        foreach (var score in evaluation.ClusterScores)
        {
            if (!score.IsIdle)
                return false;
        }

        foreach (var some in evaluation.NonZero)
        {
            if (some > 0)
                return false;
        }

        return true;
    }

    private bool Column(NodeScore score, ReadOnlySpan<int> slots, out Span<long> column)
    {
        if (_column.Length < slots.Length)
            _column = new long[slots.Length];
        column = _column.AsSpan(0, slots.Length);
        if (score.IsIdle || !score.Prepare(slots))
            return false;

        for (var i = 0; i < slots.Length; i++)
            column[i] = score.Score(slots[i]);
        if (score.IsNormalized)
            score.Normalize(slots, column);
        return true;
    }

    /// <summary>The place of the highest value; one of them at random where there are several.</summary>
    private static int Choose(ReadOnlySpan<long> values, Random random)
    {
        var most = Most(values);
        var count = values.Count(most);
        var skip = count == 1 ? 0 : random.Next(count);
        for (var at = 0; ; at++)
        {
            at += values[at..].IndexOf(most);
            if (skip-- == 0)
                return at;
        }
    }

    private static long Most(ReadOnlySpan<long> values)
    {
        var most = long.MinValue;
        var at = 0;
        if (values.Length >= Vector<long>.Count)
        {
            var many = new Vector<long>(values);
            for (at = Vector<long>.Count; at + Vector<long>.Count <= values.Length; at += Vector<long>.Count)
                many = Vector.Max(many, new(values[at..]));
            for (var i = 0; i < Vector<long>.Count; i++)
                most = Math.Max(most, many[i]);
        }

        for (; at < values.Length; at++)
            most = Math.Max(most, values[at]);
        return most;
    }
}
