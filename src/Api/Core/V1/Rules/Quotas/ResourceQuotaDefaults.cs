using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

internal static class ResourceQuotaDefaults
{
    public static void Apply(TreeObject quota)
    {
        ResourceListDefaults.RoundUp(quota.Object("spec"), "hard");
        ResourceListDefaults.RoundUp(quota.Object("status"), "hard", "used");
    }
}
