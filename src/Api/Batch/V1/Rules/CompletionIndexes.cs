using System.Globalization;

namespace CloudletK8s.Api.Batch.V1.Rules;

/// <summary>Sets of completion indexes as statuses and policies write them: "1,3-5,7".</summary>
internal static class CompletionIndexes
{
    /// <summary>Says what is wrong with the text, or nothing.</summary>
    public static string? Check(string text, int completions, out int count)
    {
        count = 0;
        if (text.Length == 0)
            return null;

        var total = 0;
        int? last = null;
        foreach (var part in text.Split(','))
        {
            if (Parse(part, completions, out var first, out var final) is { } wrong)
                return wrong;
            if (last >= first)
                return $"non-increasing order, previous: {last}, current: {first}";

            total += final - first + 1;
            last = final;
        }

        count = total;
        return null;
    }

    /// <summary>Says where two sets meet. Parts that cannot be read are somebody else's complaint.</summary>
    public static string? FindOverlap(string completed, string failed, int completions)
    {
        if (completed.Length == 0 || failed.Length == 0)
            return null;

        var left = Readable(completed, completions);
        var right = Readable(failed, completions);
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (left[i].First <= right[j].Last && right[j].First <= left[i].Last)
                return $"failedIndexes and completedIndexes overlap at index: {Math.Max(left[i].First, right[j].First)}";
            if (left[i].First <= right[j].First)
                i++;
            else
                j++;
        }

        return null;
    }

    private static List<(int First, int Last)> Readable(string text, int completions)
    {
        var intervals = new List<(int, int)>();
        foreach (var part in text.Split(','))
        {
            if (Parse(part, completions, out var first, out var last) is null)
                intervals.Add((first, last));
        }

        return intervals;
    }

    private static string? Parse(string part, int completions, out int first, out int last)
    {
        first = last = 0;
        var limits = part.Split('-');
        if (limits.Length > 2)
            return $"the fragment \"{part}\" violates the requirement that an index interval can have at most two parts separated by '-'";
        if (ParseIndex(limits[0], completions, out first) is { } wrong)
            return wrong;

        last = first;
        if (limits.Length == 1)
            return null;
        if (ParseIndex(limits[1], completions, out last) is { } wrongEnd)
            return wrongEnd;
        return first >= last ? $"non-increasing order, previous: {first}, current: {last}" : null;
    }

    private static string? ParseIndex(string text, int completions, out int index)
    {
        // An index is not bounded by what a text of digits can say.
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            index = 0;
            return $"cannot convert string to integer for index: \"{text}\"";
        }

        index = (int)Math.Min(number, int.MaxValue);
        return number >= completions ? $"too large index: \"{text}\"" : null;
    }
}
