using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

/// <summary>Amounts in lists of resources are not finer than a thousandth: they are rounded up.</summary>
internal static class ResourceListDefaults
{
    public static void RoundUp(TreeObject? resources)
    {
        if (resources is null)
            return;

        foreach (var (name, value) in resources)
        {
            // Written canonically, an amount finer than that has one of two suffixes or a negative exponent.
            if (value is TreeText { Value: [.., 'n' or 'u'] } or TreeText { Value: [.., '-', _] } && Quantity.TryParse(((TreeText)value).Value, out var amount))
            {
                resources.Set(name, Quantity.OfMilli(amount.MilliValue(), amount.Format).ToString());
                RoundUp(resources);
                return;
            }
        }
    }

    public static void RoundUp(TreeObject? parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            RoundUp(parent?.Object(name));
    }
}
