using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.ServicePods;

/// <summary>
/// Since when the endpoints that are about to be written could have been known: what latencies of programming are measured from.
/// The earliest of the changes that a write carries; none for what only went away.
/// </summary>
internal sealed class TriggerTime
{
    private DateTimeOffset? _earliest;

    public void Add(Pod pod) => Add(pod.Condition("Ready")?.LastTransitionTime);

    public void Add(DateTimeOffset? at)
    {
        if (at is { } time && (_earliest is null || time < _earliest))
            _earliest = time;
    }

    /// <summary>The annotations with the time, or without one of an earlier write.</summary>
    public IReadOnlyDictionary<string, string>? In(IReadOnlyDictionary<string, string>? annotations)
    {
        var wanted = _earliest is { } time ? GoTime.Format(time) : null;
        if (annotations?.GetValueOrDefault(ServiceEndpointFacts.LastChangeAnnotation) == wanted)
            return annotations;

        var changed = new Dictionary<string, string>(annotations ?? new Dictionary<string, string>());
        if (wanted is null)
            changed.Remove(ServiceEndpointFacts.LastChangeAnnotation);
        else
            changed[ServiceEndpointFacts.LastChangeAnnotation] = wanted;
        return changed;
    }
}
