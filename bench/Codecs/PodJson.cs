using BenchmarkDotNet.Attributes;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Bench.Samples;

namespace CloudletK8s.Bench.Codecs;

[MemoryDiagnoser]
public class PodJson
{
    private readonly byte[] _sent = SamplePod.Sent();
    private readonly byte[] _stored = SamplePod.Stored();
    private readonly TreeObject _tree = SamplePod.Defaulted();

    [Benchmark]
    public TreeObject Decode() => JsonTreeReader.Read(_sent, SamplePod.Kind.Schema, DecodeOptions.Default).Tree!;

    [Benchmark]
    public TreeObject ReadTrusted() => JsonTreeReader.ReadTrusted(_stored);

    [Benchmark]
    public TreeObject ReadTrustedWithSchema() => JsonTreeReader.ReadTrusted(_stored, SamplePod.Kind.Schema);

    [Benchmark]
    public int Encode() => JsonTreeWriter.WriteForStore(_tree).Json.Length;

    [Benchmark]
    public TreeObject Clone() => _tree.CloneObject();
}
