using BenchmarkDotNet.Attributes;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Trees;
using CloudletK8s.Bench.Samples;

namespace CloudletK8s.Bench.Codecs;

[MemoryDiagnoser]
public class PodProtobuf
{
    private readonly TreeObject _tree = SamplePod.Defaulted();
    private readonly byte[] _bytes = ProtobufTreeWriter.ToBytes(SamplePod.Defaulted(), SamplePod.Kind.Schema);

    [Benchmark]
    public TreeObject Decode() => ProtobufTreeReader.Read(_bytes, SamplePod.Kind.Schema).Tree!;

    [Benchmark]
    public byte[] Encode() => ProtobufTreeWriter.ToBytes(_tree, SamplePod.Kind.Schema);
}
