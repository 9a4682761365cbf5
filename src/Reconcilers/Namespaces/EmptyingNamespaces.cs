using System.Collections.Concurrent;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.Namespaces;

/// <summary>
/// How much is left in the namespaces that are being emptied. As it dwindles they are looked at again, each time a tenth is gone:
/// ten thousand objects take some ninety looks, not ten thousand.
/// </summary>
internal sealed class EmptyingNamespaces : ILifeListener
{
    private readonly ConcurrentDictionary<string, Remainder> _left = new(StringComparer.Ordinal);

    public void Counted(string name, int left) => _left[name] = new(left, left - Math.Max(1, left / 10));

    public void Forget(string name) => _left.TryRemove(name, out _);

    public IReadOnlyList<ObjectName> Hear(ObjectLife life) =>
        life.IsGone && _left.TryGetValue(life.Name.Namespace, out var remainder) && remainder.IsWorthALook() ? [ObjectName.OfCluster(life.Name.Namespace)] : [];

    public IReadOnlyList<ObjectName> HearOfKinds() => Everything();

    public IReadOnlyList<ObjectName> Everything() => [.. _left.Keys.Select(ObjectName.OfCluster)];

    private sealed class Remainder(int left, int threshold)
    {
        private int _left = left;

        public bool IsWorthALook() => Interlocked.Decrement(ref _left) <= threshold;
    }
}
