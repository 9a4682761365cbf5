using BenchmarkDotNet.Attributes;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Bench.Samples;

namespace CloudletK8s.Bench.Codecs;

[MemoryDiagnoser]
public class PodRecord
{
    private readonly TreeObject _tree = JsonTreeReader.ReadTrusted(SamplePod.Stored(), SamplePod.Kind.Schema);
    private readonly TreeObject _unnamed = JsonTreeReader.ReadTrusted(SamplePod.Stored());
    private readonly Pod _pod = RecordBinder.Read<Pod>(SamplePod.Defaulted());

    [Benchmark]
    public Pod Read() => RecordBinder.Read<Pod>(_tree);

    /// <summary>A tree whose names are not the schema's own strings.</summary>
    [Benchmark]
    public Pod ReadWithForeignNames() => RecordBinder.Read<Pod>(_unnamed);

    [Benchmark]
    public TreeObject Write() => RecordBinder.Write(_pod);
}
