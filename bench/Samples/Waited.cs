namespace CloudletK8s.Bench.Samples;

/// <summary>BenchmarkDotNet's in-process toolchain waits for benchmarks that are tasks, but not for setups and cleanups.</summary>
internal static class Waited
{
    public static void For(Task task) => task.GetAwaiter().GetResult();
}
