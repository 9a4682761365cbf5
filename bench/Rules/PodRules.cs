using BenchmarkDotNet.Attributes;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Bench.Samples;

namespace CloudletK8s.Bench.Rules;

[MemoryDiagnoser]
public class PodRules
{
    private readonly TreeObject _decoded = SamplePod.Decoded();
    private readonly TreeObject _defaulted = SamplePod.Defaulted();
    private readonly KindStrategy _strategy = KindStrategies.Of(typeof(Pod));
    private readonly RuleContext _context = new() { Now = DateTimeOffset.UnixEpoch };

    /// <summary>With the copy that it works on; see PodJson.Clone.</summary>
    [Benchmark]
    public TreeObject CloneAndDefault()
    {
        var tree = _decoded.CloneObject();
        ObjectDefaults.Apply(tree, SamplePod.Kind.Schema);
        return tree;
    }

    [Benchmark]
    public bool Validate()
    {
        var errors = new FieldErrors();
        _strategy.ValidateCreate(_defaulted, _context, errors);
        return errors.Any ? throw new InvalidOperationException(errors.All[0].ToString()) : true;
    }
}
