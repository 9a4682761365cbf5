using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Networking.V1.Rules;

internal static class NetworkPolicyDefaults
{
    /// <summary>A policy always restricts what comes in; what goes out only when it speaks of that.</summary>
    public static void Apply(TreeObject spec)
    {
        if (spec.List("policyTypes") is { Count: > 0 })
            return;

        var types = new TreeList([new TreeText("Ingress")]);
        if (spec.List("egress") is { Count: > 0 })
            types.Add(new TreeText("Egress"));
        spec.Set("policyTypes", types);
    }
}
