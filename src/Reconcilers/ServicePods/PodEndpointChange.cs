using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.ServicePods;

/// <summary>Whether a change of a pod can change anybody's endpoints. Most do not: they tell of containers and conditions.</summary>
internal static class PodEndpointChange
{
    public static bool Matters(Pod? before, Pod? now)
    {
        if (before is null || now is null)
            return HasAddress(before ?? now!);

        if (before.Metadata?.Uid != now.Metadata?.Uid)
            return true;
        if (!HasAddress(before) && !HasAddress(now))
            return false;

        return before.IsReady() != now.IsReady()
            || before.IsTerminating() != now.IsTerminating()
            || before.IsFinished() != now.IsFinished()
            || before.Spec?.NodeName != now.Spec?.NodeName
            || before.Spec?.Hostname != now.Spec?.Hostname
            || before.Spec?.Subdomain != now.Spec?.Subdomain
            || !SameAddresses(before.Status, now.Status)
            || !SameLabels(before.Metadata?.Labels, now.Metadata?.Labels);
    }

    private static bool HasAddress(Pod pod) => pod.Status is { PodIP.Length: > 0 } or { PodIPs.Count: > 0 };

    private static bool SameAddresses(PodStatus? one, PodStatus? other)
    {
        if (one?.PodIP != other?.PodIP || (one?.PodIPs?.Count ?? 0) != (other?.PodIPs?.Count ?? 0))
            return false;

        for (var i = 0; i < one?.PodIPs?.Count; i++)
        {
            if (one.PodIPs[i].Ip != other!.PodIPs![i].Ip)
                return false;
        }

        return true;
    }

    private static bool SameLabels(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other)
    {
        if (ReferenceEquals(one, other))
            return true;
        if ((one?.Count ?? 0) != (other?.Count ?? 0))
            return false;

        return one is null || LabelPairs.Match(one, other);
    }
}
