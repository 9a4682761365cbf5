using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Nodes;

internal static class NodeDefaults
{
    /// <summary>Everything can be given to pods if nothing else is said.</summary>
    public static void ApplyStatus(TreeObject status)
    {
        ResourceListDefaults.RoundUp(status, "capacity", "allocatable");
        if (status.Object("capacity") is { Count: > 0 } capacity && status.Object("allocatable") is null)
            status.Set("allocatable", capacity.Clone());
    }

    /// <summary>podCIDR is the first of podCIDRs; a client that knows one of the two gets the other.</summary>
    public static void ApplySpec(TreeObject spec)
    {
        var first = (spec.List("podCIDRs") is { Count: > 0 } all ? all[0] as TreeText : null)?.Value;
        var single = spec.Text("podCIDR") ?? "";
        if (single.Length > 0 && single != first)
            spec.Set("podCIDRs", TreeList.OfTexts([single]));
        else if (first is not null)
            spec.Set("podCIDR", first);
    }
}
