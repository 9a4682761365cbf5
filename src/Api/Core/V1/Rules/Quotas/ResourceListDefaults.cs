using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

/// <summary>Amounts in lists of resources are not finer than a thousandth: they are rounded up.</summary>
internal static class ResourceListDefaults
{
    public static void RoundUp(TreeObject? parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            PodDefaults.RoundUp(parent?.Object(name));
    }
}
