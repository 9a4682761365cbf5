using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>Templates of deployments and of their sets, which differ in one label.</summary>
internal static class Templates
{
    public const string HashLabel = "pod-template-hash";

    public static bool AreSame(PodTemplateSpec? one, PodTemplateSpec? other) =>
        RecordBinder.Same(one?.Spec, other?.Spec)
        && AreSame(one?.Metadata?.Labels, other?.Metadata?.Labels)
        && RecordBinder.Same(WithoutLabels(one?.Metadata), WithoutLabels(other?.Metadata));

    public static Dictionary<string, string> WithHash(IReadOnlyDictionary<string, string>? labels, string hash) =>
        new(labels ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [HashLabel] = hash };

    private static bool AreSame(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other)
    {
        if (Count(one) != Count(other))
            return false;

        foreach (var (name, value) in one ?? new Dictionary<string, string>())
        {
            if (name != HashLabel && other?.GetValueOrDefault(name) != value)
                return false;
        }

        return true;
    }

    private static int Count(IReadOnlyDictionary<string, string>? labels) => labels is null ? 0 : labels.Count - (labels.ContainsKey(HashLabel) ? 1 : 0);

    private static ObjectMeta WithoutLabels(ObjectMeta? metadata) => (metadata ?? new()) with { Labels = null };
}
