using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.ServicePods;

/// <summary>Which pods a service selects and which services a pod, without looking at all of either.</summary>
internal sealed class ServiceSelection(ObjectCache<Service> services, ObjectCache<Pod> pods)
{
    private readonly ObjectIndex<Service> _services = LabelPairs.OfSelectors(services);
    private readonly ObjectIndex<Pod> _pods = LabelPairs.OfPods(pods);

    /// <summary>In the order of their names. A service without a selector selects nothing.</summary>
    public IReadOnlyList<Pod> PodsOf(Service service)
    {
        if (service.Spec?.Selector is not { Count: > 0 } selector)
            return [];

        string? rarest = null;
        var fewest = int.MaxValue;
        foreach (var (label, value) in selector)
        {
            var key = LabelPairs.Key(service.Metadata?.Namespace, label, value);
            if (_pods.Count(key) is var count && count < fewest)
                (rarest, fewest) = (key, count);
        }

        var found = fewest == 0 ? [] : _pods.Of(rarest!).Where(pod => LabelPairs.Match(selector, pod.Metadata?.Labels)).ToArray();
        Array.Sort(found, static (one, other) => string.CompareOrdinal(one.Metadata?.Name, other.Metadata?.Name));
        return found;
    }

    /// <summary>The services whose endpoints a change of a pod may change.</summary>
    public IEnumerable<ObjectName> Touched(ObjectChange<Pod> change)
    {
        if (!PodEndpointChange.Matters(change.Previous, change.Current))
            yield break;

        if (change.Current is { } current)
        {
            foreach (var name in ServicesOf(current))
                yield return name;
        }

        if (change.Previous is not { } previous || ReferenceEquals(previous.Metadata?.Labels, change.Current?.Metadata?.Labels))
            yield break;

        foreach (var name in ServicesOf(previous))
            yield return name;
    }

    public IEnumerable<ObjectName> ServicesOf(Pod pod)
    {
        if (pod.Metadata?.Labels is not { Count: > 0 } labels)
            yield break;

        foreach (var (label, value) in labels)
        {
            foreach (var service in _services.Of(LabelPairs.Key(pod.Metadata.Namespace, label, value)))
            {
                if (LabelPairs.Match(service.Spec!.Selector!, labels))
                    yield return ObjectName.Of(service);
            }
        }
    }
}
