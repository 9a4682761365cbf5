using CloudletK8s.Api.Selectors;

namespace CloudletK8s.SchedulerFn.Topology;

internal static class SelectorTexts
{
    /// <summary>Equal for selectors that say the same. Nothing and everything print alike, so they get signs of their own.</summary>
    public static string Identity(LabelRequirements selector) => selector.Requirements.Count > 0 ? $"{selector}" : selector.IsEmpty ? "*" : "!";
}
