using CloudletK8s.Api.Rbac.V1;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>A rule as Kubernetes shows it in a refusal.</summary>
internal static class RuleText
{
    public static string Of(PolicyRule rule)
    {
        var parts = new List<string>();
        Add("APIGroups", rule.ApiGroups);
        Add("Resources", rule.Resources);
        Add("ResourceNames", rule.ResourceNames);
        Add("NonResourceURLs", rule.NonResourceURLs);
        Add("Verbs", rule.Verbs);
        return "{" + string.Join(", ", parts) + "}";

        void Add(string name, IReadOnlyList<string>? values)
        {
            if (values is { Count: > 0 })
                parts.Add($"{name}:[{string.Join(' ', values.Select(value => $"\"{value}\""))}]");
        }
    }
}
