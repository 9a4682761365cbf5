using System.Numerics;
using CloudletK8s.SchedulerFn.Placements;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>Finds the best of the nodes that could run a pod. One object serves pod after pod.</summary>
internal sealed class ScoreBoard
{
    private long[] _totals = [];
    private long[][] _columns = [];
    private bool[] _has = [];

    /// <summary>The best node's slot, with what each plugin gives it.</summary>
    public (int Slot, IReadOnlyList<PluginScore> Scores) Best(PodEvaluation evaluation, FeasibleNodes feasible, Random random)
    {
        if (IsDirect(evaluation, feasible))
        {
            var slot = Choose(evaluation.Sums, random);
            return (slot, OfDirect(evaluation, slot));
        }

        Fill(evaluation, feasible);
        var best = Choose(_totals.AsSpan(0, feasible.Count), random);
        return (feasible.Slots[best], ScoresOf(evaluation, feasible, best));
    }

    /// <summary>Works out all scores of all feasible nodes.</summary>
    public void Fill(PodEvaluation evaluation, FeasibleNodes feasible)
    {
        var slots = feasible.Slots;
        if (_totals.Length < slots.Length)
            _totals = new long[Math.Max(slots.Length, 64)];
        if (_columns.Length < evaluation.Scores.Length)
        {
            Array.Resize(ref _columns, evaluation.Scores.Length);
            Array.Resize(ref _has, evaluation.Scores.Length);
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

        for (var i = 0; i < evaluation.Scores.Length; i++)
        {
            var score = evaluation.Scores[i];
            _has[i] = !(cached && score is { IsLocal: true, IsNormalized: false }) && FillColumn(score, slots, ref _columns[i]);
            if (!_has[i])
                continue;

            var column = _columns[i];
            for (var j = 0; j < slots.Length; j++)
                totals[j] += column[j] * score.Weight;
        }
    }

    /// <summary>After Fill: what each plugin gives the feasible node of this index.</summary>
    public IReadOnlyList<PluginScore> ScoresOf(PodEvaluation evaluation, FeasibleNodes feasible, int index)
    {
        var given = new List<PluginScore>(evaluation.Scores.Length);
        for (var i = 0; i < evaluation.Scores.Length; i++)
        {
            var score = evaluation.Scores[i];
            if (_has[i])
                given.Add(new(score.Plugin, _columns[i][index], score.Weight));
            else if (score is { IsLocal: true, IsNormalized: false })
                given.Add(new(score.Plugin, score.Score(feasible.Slots[index]), score.Weight));
        }

        return given;
    }

    private static List<PluginScore> OfDirect(PodEvaluation evaluation, int slot)
    {
        var given = new List<PluginScore>(evaluation.Scores.Length);
        foreach (var score in evaluation.Scores)
        {
            if (score.IsLocal)
                given.Add(new(score.Plugin, score.IsNormalized ? score.OfNothing : score.Score(slot), score.Weight));
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

    private static bool FillColumn(NodeScore score, ReadOnlySpan<int> slots, ref long[] column)
    {
        if (score.IsIdle || !score.Prepare(slots))
            return false;

        if (column is null || column.Length < slots.Length)
            column = new long[Math.Max(slots.Length, 64)];
        var scores = column.AsSpan(0, slots.Length);
        for (var i = 0; i < slots.Length; i++)
            scores[i] = score.Score(slots[i]);
        if (score.IsNormalized)
            score.Normalize(slots, scores);
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
