using System.Collections.Concurrent;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>Which pods each autoscaler was last about, to find two that pull at the same ones.</summary>
internal sealed class SharedSelectors
{
    private readonly ConcurrentDictionary<ObjectName, LabelRequirements> _known = new();

    /// <returns>All autoscalers of these pods, when there is another one.</returns>
    public IReadOnlyList<ObjectName>? Clash(ObjectName autoscaler, LabelRequirements selector, IReadOnlyList<Pod> pods)
    {
        _known[autoscaler] = selector;
        List<ObjectName> others = [.. _known
            .Where(other => other.Key != autoscaler && other.Key.Namespace == autoscaler.Namespace && pods.Any(pod => other.Value.Matches(pod.Metadata?.Labels)))
            .Select(other => other.Key)];
        return others.Count == 0 ? null : [.. others.Append(autoscaler).OrderBy(name => name.Name, StringComparer.Ordinal)];
    }

    public void Forget(ObjectName autoscaler) => _known.TryRemove(autoscaler, out _);
}
