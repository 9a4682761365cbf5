using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>Brings what a quota says is used in line with the objects that there are.</summary>
internal static class QuotaPlan
{
    public static Plan Decide(QuotaView view)
    {
        var quota = view.Quota;
        var hard = quota.Spec?.Hard ?? new Dictionary<string, Quantity>();
        var used = new Dictionary<string, Quantity>();
        var isHeldBack = false;
        foreach (var name in hard.Keys)
        {
            var counted = view.Counted.GetValueOrDefault(name);
            used[name] = counted;
            if (quota.Status?.Used?.TryGetValue(name, out var before) != true || before <= counted || view.Charged.GetValueOrDefault(name) is not { IsZero: false } charged)
                continue;

            // Less than was charged, but perhaps only because what it was charged for is still on its way.
            used[name] = counted + charged < before ? counted + charged : before;
            isHeldBack = true;
        }

        return new()
        {
            Status = _ => Write.StatusOf(quota, quota with { Status = (quota.Status ?? new()) with { Hard = hard, Used = used } }),
            Result = isHeldBack
                ? new ReconcileResult.RequeueAfter(RecentCharges.UnderWay, "objects that were charged for are stored by then")
                : ReconcileResult.Done.Instance,
        };
    }
}
