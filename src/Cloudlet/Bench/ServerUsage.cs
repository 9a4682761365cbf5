using System.Diagnostics;

namespace CloudletK8s.Cloudlet.Bench;

/// <summary>What a server process has used.</summary>
internal readonly record struct ServerUsage(TimeSpan Processor, long ResidentBytes)
{
    public static ServerUsage Of(int? pid)
    {
        if (pid is not { } id)
            return default;

        using var process = Process.GetProcessById(id);
        return new(process.TotalProcessorTime, process.WorkingSet64);
    }

    /// <summary>The difference of the time; memory is what it is now.</summary>
    public static ServerUsage operator -(ServerUsage now, ServerUsage before) => new(now.Processor - before.Processor, now.ResidentBytes);
}
