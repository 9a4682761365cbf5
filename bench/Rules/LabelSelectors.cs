using BenchmarkDotNet.Attributes;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Trees;
using CloudletK8s.Bench.Samples;

namespace CloudletK8s.Bench.Rules;

[MemoryDiagnoser]
public class LabelSelectors
{
    private const string Text = "app.kubernetes.io/name=checkout,app.kubernetes.io/part-of in (shop,store),!retired";
    private readonly LabelRequirements _requirements = LabelRequirements.Parse(Text);
    private readonly TreeObject _labels = SamplePod.Decoded().Object("metadata", "labels")!;

    [Benchmark]
    public LabelRequirements Parse() => LabelRequirements.Parse(Text);

    [Benchmark]
    public bool Match() => _requirements.Matches(_labels) ? true : throw new InvalidOperationException("the sample does not match");
}
