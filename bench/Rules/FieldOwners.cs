using BenchmarkDotNet.Attributes;
using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Trees;
using CloudletK8s.Bench.Samples;

namespace CloudletK8s.Bench.Rules;

/// <summary>With the copies that the tracker works on; see PodJson.Clone.</summary>
[MemoryDiagnoser]
public class FieldOwners
{
    private readonly TreeObject _new = SamplePod.Defaulted();
    private readonly TreeObject _changed = SamplePod.Defaulted(revision: 2);
    private TreeObject _live = [];

    [GlobalSetup]
    public void Setup()
    {
        _live = OfCreate();
        _changed.ObjectOrNew("metadata").Set("managedFields", _live.Object("metadata")!.List("managedFields")!);
    }

    [Benchmark]
    public TreeObject OfCreate() => Track(null, _new.CloneObject());

    [Benchmark]
    public TreeObject OfUpdate() => Track(_live, _changed.CloneObject());

    [Benchmark]
    public TreeObject OfUpdateThatChangesNothing() => Track(_live, _live.CloneObject());

    private static TreeObject Track(TreeObject? live, TreeObject next)
    {
        ManagedFieldsTracker.OnCreateOrUpdate(live, next, SamplePod.Kind.Schema, "bench", "v1", "", DateTimeOffset.UnixEpoch);
        return next.Object("metadata")!.Has("managedFields") ? next : throw new InvalidOperationException("nobody owns anything");
    }
}
