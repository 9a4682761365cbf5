using System.Collections.Concurrent;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>
/// What the API server has charged to quotas just now. The objects that it was charged for may not be stored yet, so that a count
/// without them must not be taken for the truth.
/// </summary>
internal sealed class RecentCharges
{
    /// <summary>Longer than a creation takes from its charge to its commit.</summary>
    public static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, List<(DateTimeOffset At, Dictionary<string, Quantity> Amounts)>> _byQuota = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    public RecentCharges(ObjectCache<ResourceQuota> quotas, TimeProvider time)
    {
        _time = time;
        quotas.Changed += Note;
    }

    public Dictionary<string, Quantity> Of(string uid)
    {
        var sum = new Dictionary<string, Quantity>();
        if (!_byQuota.TryGetValue(uid, out var charges))
            return sum;

        lock (charges)
        {
            Forget(charges);
            foreach (var (_, amounts) in charges)
                ResourceAmounts.Add(sum, amounts);
            return sum;
        }
    }

    private void Note(ObjectChange<ResourceQuota> change)
    {
        var uid = change.Object.Metadata?.Uid ?? "";
        if (change.Current is not { } current)
        {
            _byQuota.TryRemove(uid, out _);
            return;
        }

        if (change.Previous?.Status?.Used is not { } before)
            return;

        var amounts = new Dictionary<string, Quantity>();
        foreach (var (name, used) in current.Status?.Used ?? new Dictionary<string, Quantity>())
        {
            if (before.TryGetValue(name, out var had) && used > had)
                amounts[name] = used - had;
        }

        if (amounts.Count == 0)
            return;

        var charges = _byQuota.GetOrAdd(uid, static _ => []);
        lock (charges)
        {
            Forget(charges);
            charges.Add((_time.GetUtcNow(), amounts));
        }
    }

    private void Forget(List<(DateTimeOffset At, Dictionary<string, Quantity> Amounts)> charges) =>
        charges.RemoveAll(charge => _time.GetUtcNow() - charge.At >= UnderWay);
}
