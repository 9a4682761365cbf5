using System.Globalization;
using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>The pods of a job as they are made.</summary>
internal static class JobPodTemplate
{
    /// <summary>As long a prefix as Kubernetes' generateName leaves.</summary>
    private const int LongestPrefix = 58;

    private const string IndexVariable = "JOB_COMPLETION_INDEX";

    public static Pod Make(Job job, string name, string prefix)
    {
        var pod = TemplatePods.Make(job, job.Spec?.Template, name, prefix);
        return pod with { Metadata = pod.Metadata!.WithTracking() };
    }

    /// <param name="replaced">The failed pod of this index before; null: there is none.</param>
    public static Pod Make(Job job, string name, int index, Pod? replaced)
    {
        var pod = Make(job, name, Prefix(job, index));
        var metadata = pod.Metadata!;
        var text = Text(index);
        return pod with
        {
            Metadata = metadata with
            {
                Annotations = With(metadata.Annotations, [new(JobPodState.IndexKey, text), .. Failures(job, replaced)]),
                Labels = With(metadata.Labels, [new(JobPodState.IndexKey, text)]),
            },
            Spec = WithIndex(pod.Spec ?? new(), $"{job.Metadata!.Name}-{text}"),
        };
    }

    /// <summary>A long name gives way to the index.</summary>
    public static string Prefix(Job job, int index)
    {
        var (name, end) = (job.Metadata!.Name!, $"-{Text(index)}-");
        return name.Length + end.Length > LongestPrefix ? string.Concat(name.AsSpan(0, LongestPrefix - end.Length), end) : name + end;
    }

    private static PodSpec WithIndex(PodSpec spec, string hostname) => spec with
    {
        Hostname = hostname,
        InitContainers = WithIndex(spec.InitContainers),
        Containers = WithIndex(spec.Containers),
    };

    private static List<Container>? WithIndex(IReadOnlyList<Container>? containers) => containers?.Select(container =>
        container.Env?.Any(variable => variable.Name == IndexVariable) == true ? container : container with
        {
            Env =
            [
                .. container.Env ?? [],
                new() { Name = IndexVariable, ValueFrom = new() { FieldRef = new() { FieldPath = $"metadata.labels['{JobPodState.IndexKey}']" } } },
            ],
        }).ToList();

    private static IEnumerable<KeyValuePair<string, string>> Failures(Job job, Pod? replaced)
    {
        if (!job.LimitsEachIndex())
            yield break;

        var counts = replaced is not null && FailurePolicy.Match(job, replaced).Counts;
        var failures = (replaced?.EarlierFailures() ?? 0) + (counts ? 1 : 0);
        var ignored = (replaced?.EarlierIgnoredFailures() ?? 0) + (replaced is not null && !counts ? 1 : 0);
        yield return new(JobPodState.FailureCount, Text(failures));
        if (ignored > 0)
            yield return new(JobPodState.IgnoredFailureCount, Text(ignored));
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string>? map, IEnumerable<KeyValuePair<string, string>> added)
    {
        var result = new Dictionary<string, string>(map ?? new Dictionary<string, string>());
        foreach (var (key, value) in added)
            result[key] = value;
        return result;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
