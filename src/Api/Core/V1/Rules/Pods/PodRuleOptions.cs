namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>
/// Where the rules of pod specs bend: an update may keep what an older object already has although it could not be created
/// like that today.
/// </summary>
public sealed record PodRuleOptions
{
    public static PodRuleOptions Template { get; } = new();

    public static PodRuleOptions Pod { get; } = new() { IsPod = true };

    /// <summary>The spec is a pod's own and not that of a template.</summary>
    public bool IsPod { get; init; }

    public bool AllowInvalidLabelValueInSelector { get; init; }

    public bool AllowInvalidLabelValueInNodeAffinity { get; init; }

    public bool AllowInvalidSpreadSelector { get; init; }

    public bool AllowIndivisibleHugePages { get; init; }

    public bool AllowNonLocalProjectedTokenPath { get; init; }

    public bool AllowNamespacedSysctlsOnHost { get; init; }

    public bool AllowInvalidDeletionCost { get; init; }
}
