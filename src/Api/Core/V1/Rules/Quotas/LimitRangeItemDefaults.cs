using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

/// <summary>For containers, what is not given follows from the bounds: limits from the maximum, requests from limits or the minimum.</summary>
internal static class LimitRangeItemDefaults
{
    public static void Apply(TreeObject item)
    {
        ResourceListDefaults.RoundUp(item, "max", "min", "default", "defaultRequest", "maxLimitRequestRatio");
        if (item.Text("type") != "Container")
            return;

        FillFrom(item, "default", "max");
        FillFrom(item, "defaultRequest", "default");
        FillFrom(item, "defaultRequest", "min");
    }

    private static void FillFrom(TreeObject item, string name, string source)
    {
        if (item.Object(source) is not { Count: > 0 } amounts)
            return;

        var target = item.ObjectOrNew(name);
        var before = target.Count;
        foreach (var (resource, amount) in amounts)
        {
            if (!target.Has(resource))
                target.Append(resource, amount);
        }

        if (target.Count > before)
            target.SortByName();
    }
}
