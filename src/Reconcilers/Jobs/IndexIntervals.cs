using System.Globalization;
using System.Text;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>A set of completion indexes, kept and written as a job's status has it: "0-3,5,7,8".</summary>
internal sealed class IndexIntervals
{
    private readonly List<(int First, int Last)> _intervals;

    private IndexIntervals(List<(int First, int Last)> intervals) => _intervals = intervals;

    public static IndexIntervals None { get; } = new([]);

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var (first, last) in _intervals)
                count += last - first + 1;
            return count;
        }
    }

    /// <summary>What lies beyond the number of completions is left out, and so is what cannot be read.</summary>
    public static IndexIntervals Parse(string? text, int completions)
    {
        var intervals = new List<(int, int)>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            if (!TryIndex(dash < 0 ? part : part[..dash], out var first) || !TryIndex(dash < 0 ? part : part[(dash + 1)..], out var last))
                continue;
            if (first < completions)
                intervals.Add((first, Math.Min(last, completions - 1)));
        }

        return Merged(intervals);
    }

    public static IndexIntervals Of(IEnumerable<int> indexes) => Merged([.. indexes.Select(index => (index, index))]);

    public IndexIntervals Union(IndexIntervals other) =>
        other._intervals.Count == 0 ? this : _intervals.Count == 0 ? other : Merged([.. _intervals, .. other._intervals]);

    public bool Has(int index)
    {
        int low = 0, high = _intervals.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_intervals[middle].Last >= index)
                high = middle;
            else
                low = middle + 1;
        }

        return low < _intervals.Count && _intervals[low].First <= index;
    }

    /// <summary>How many indexes both have.</summary>
    public int Common(IndexIntervals other)
    {
        int i = 0, j = 0, count = 0;
        while (i < _intervals.Count && j < other._intervals.Count)
        {
            var (one, two) = (_intervals[i], other._intervals[j]);
            count += Math.Max(0, Math.Min(one.Last, two.Last) - Math.Max(one.First, two.First) + 1);
            if (one.Last < two.Last)
                i++;
            else
                j++;
        }

        return count;
    }

    /// <summary>The first indexes below the limit that are not in the set.</summary>
    public List<int> Missing(int most, int completions)
    {
        var missing = new List<int>();
        var candidate = 0;
        foreach (var (first, last) in _intervals)
        {
            for (; candidate < Math.Min(first, completions) && missing.Count < most; candidate++)
                missing.Add(candidate);
            candidate = Math.Max(candidate, last + 1);
        }

        for (; candidate < completions && missing.Count < most; candidate++)
            missing.Add(candidate);
        return missing;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (first, last) in _intervals)
        {
            text.Append(text.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{first}");
            if (last > first)
                text.Append(last == first + 1 ? ',' : '-').Append(CultureInfo.InvariantCulture, $"{last}");
        }

        return text.ToString();
    }

    private static bool TryIndex(string text, out int index) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out index);

    private static IndexIntervals Merged(List<(int First, int Last)> parts)
    {
        parts.Sort();
        var merged = new List<(int First, int Last)>(parts.Count);
        foreach (var (first, last) in parts)
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            else
                merged.Add((first, last));
        }

        return new(merged);
    }
}
