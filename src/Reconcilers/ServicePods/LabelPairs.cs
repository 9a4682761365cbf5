using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.ServicePods;

/// <summary>Indexes of pods by each of their labels, and of services by one of the labels that they select.</summary>
internal static class LabelPairs
{
    public static ObjectIndex<Pod> OfPods(ObjectCache<Pod> pods) => pods.Index("label", static pod => Keys(pod));

    public static ObjectIndex<Service> OfSelectors(ObjectCache<Service> services) => services.Index("selected label", static service => Keys(service));

    public static string Key(string? inNamespace, string label, string value) => $"{inNamespace}/{label}={value}";

    public static bool Match(IReadOnlyDictionary<string, string> selector, IReadOnlyDictionary<string, string>? labels)
    {
        if (labels is null || labels.Count < selector.Count)
            return false;

        foreach (var (label, value) in selector)
        {
            if (!labels.TryGetValue(label, out var has) || has != value)
                return false;
        }

        return true;
    }

    private static string[] Keys(Pod pod)
    {
        if (pod.Metadata?.Labels is not { Count: > 0 } labels)
            return [];

        var keys = new string[labels.Count];
        var at = 0;
        foreach (var (label, value) in labels)
            keys[at++] = Key(pod.Metadata.Namespace, label, value);
        return keys;
    }

    /// <summary>The last label by name: where services select by several, the first are mostly those that all share.</summary>
    private static string[] Keys(Service service)
    {
        if (service.Spec?.Selector is not { Count: > 0 } selector)
            return [];

        var last = "";
        foreach (var label in selector.Keys)
        {
            if (string.CompareOrdinal(label, last) > 0)
                last = label;
        }

        return [Key(service.Metadata?.Namespace, last, selector[last])];
    }
}
