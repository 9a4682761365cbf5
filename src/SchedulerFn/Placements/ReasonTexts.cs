namespace CloudletK8s.SchedulerFn.Placements;

internal static class ReasonTexts
{
    /// <summary>" 2 this, 3 that." in the order of the texts; nothing for nothing.</summary>
    public static string Join(IEnumerable<(string Reason, int Nodes)> reasons)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (reason, nodes) in reasons)
            counts[reason] = counts.GetValueOrDefault(reason) + nodes;
        return counts.Count == 0
            ? ""
            : $" {string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}").Order(StringComparer.Ordinal))}.";
    }
}
