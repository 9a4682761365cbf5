using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace CloudletK8s.ApiServer.Metrics;

/// <summary>Counts and times requests under the names that kube-apiserver gives them.</summary>
internal sealed class RequestMetrics
{
    private static readonly double[] Buckets = [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60];
    private readonly ConcurrentDictionary<Series, Counts> _series = new();

    public void Observe(RequestLabels labels, int code, TimeSpan duration) => _series
        .GetOrAdd(new(labels.Verb, labels.Group, labels.Version, labels.Resource, labels.Subresource, labels.Scope, code), static _ => new())
        .Add(duration.TotalSeconds);

    /// <summary>In Prometheus' text form.</summary>
    public void Write(StringBuilder text)
    {
        text.Append("# HELP apiserver_request_total Requests by verb, resource and HTTP code.\n# TYPE apiserver_request_total counter\n");
        foreach (var (series, counts) in _series)
            text.Append("apiserver_request_total{").Append(series.Labels()).Append("} ").Append(counts.Count).Append('\n');

        text.Append("# HELP apiserver_request_duration_seconds Time from the first byte of a request to the last of its answer.\n# TYPE apiserver_request_duration_seconds histogram\n");
        foreach (var (series, counts) in _series)
            counts.Write(text, "apiserver_request_duration_seconds", series.Labels());
    }

    private readonly record struct Series(string Verb, string Group, string Version, string Resource, string Subresource, string Scope, int Code)
    {
        public string Labels() =>
            $"code=\"{Code}\",component=\"apiserver\",dry_run=\"\",group=\"{Group}\",resource=\"{Resource}\",scope=\"{Scope}\","
            + $"subresource=\"{Subresource}\",verb=\"{Verb}\",version=\"{Version}\"";
    }

    private sealed class Counts
    {
        private readonly long[] _buckets = new long[Buckets.Length];
        private long _count;
        private long _microseconds;

        public long Count => Interlocked.Read(ref _count);

        public void Add(double seconds)
        {
            Interlocked.Increment(ref _count);
            Interlocked.Add(ref _microseconds, (long)(seconds * 1e6));
            var at = Array.FindIndex(Buckets, bound => seconds <= bound);
            if (at >= 0)
                Interlocked.Increment(ref _buckets[at]);
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            var sum = 0L;
            for (var i = 0; i < Buckets.Length; i++)
            {
                sum += Interlocked.Read(ref _buckets[i]);
                text.Append(name).Append("_bucket{").Append(labels).Append(",le=\"").Append(Buckets[i].ToString(CultureInfo.InvariantCulture)).Append("\"} ").Append(sum).Append('\n');
            }

            text.Append(name).Append("_bucket{").Append(labels).Append(",le=\"+Inf\"} ").Append(Count).Append('\n');
            text.Append(name).Append("_sum{").Append(labels).Append("} ").Append((Interlocked.Read(ref _microseconds) / 1e6).ToString(CultureInfo.InvariantCulture)).Append('\n');
            text.Append(name).Append("_count{").Append(labels).Append("} ").Append(Count).Append('\n');
        }
    }
}
