namespace CloudletK8s.Cloudlet.Bench;

/// <summary>Every operation's time, by client so that clients do not wait for each other.</summary>
internal sealed class LatencyRecord
{
    private readonly List<TimeSpan>[] _byClient;

    public LatencyRecord(int clients) => _byClient = [.. Enumerable.Range(0, clients).Select(_ => new List<TimeSpan>(4096))];

    public long Count => _byClient.Sum(list => (long)list.Count);

    public void Add(int client, TimeSpan latency) => _byClient[client].Add(latency);

    public TimeSpan Percentile(double share)
    {
        var all = _byClient.SelectMany(list => list).ToArray();
        Array.Sort(all);
        return all.Length == 0 ? TimeSpan.Zero : all[(int)Math.Min(all.Length - 1, all.Length * share)];
    }
}
