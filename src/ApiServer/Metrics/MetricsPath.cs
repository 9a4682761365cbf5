using System.Globalization;
using System.Text;
using CloudletK8s.ApiServer.Http;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Metrics;

/// <summary>/metrics, as Prometheus reads it.</summary>
internal sealed class MetricsPath(RequestMetrics requests) : IFixedPath
{
    public IReadOnlyList<string> Exact { get; } = ["/metrics"];

    public IReadOnlyList<string> Prefixes { get; } = [];

    public bool IsPublic => false;

    public async ValueTask Respond(HttpContext http)
    {
        var text = new StringBuilder();
        requests.Write(text);
        Process(text);
        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
    }

    private static void Process(StringBuilder text)
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        Gauge("process_cpu_seconds_total", "counter", "Processor time of this process.", self.TotalProcessorTime.TotalSeconds);
        Gauge("process_resident_memory_bytes", "gauge", "Memory of this process.", self.WorkingSet64);
        Gauge("process_start_time_seconds", "gauge", "When this process started.", new DateTimeOffset(self.StartTime).ToUnixTimeSeconds());

        void Gauge(string name, string type, string help, double value) => text
            .Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n')
            .Append(name).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
