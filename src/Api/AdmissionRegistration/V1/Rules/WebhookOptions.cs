using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

/// <summary>What an older configuration has may stay although it could not be created today.</summary>
internal sealed record WebhookOptions
{
    public static WebhookOptions Strict { get; } = new();

    public bool AllowSideEffects { get; init; }

    public bool AllowUnknownReviewVersions { get; init; }

    public bool AllowDuplicateNames { get; init; }

    public bool AllowInvalidLabelValues { get; init; }

    public bool IgnoreMatchConditions { get; init; }

    public static WebhookOptions Of(IReadOnlyList<WebhookView> old, IReadOnlyList<WebhookView> next) => new()
    {
        AllowSideEffects = old.Any(hook => !AdmissionFields.NoSideEffects.Has(hook.SideEffects ?? "")),
        AllowUnknownReviewVersions = old.Any(hook => hook.ReviewVersions.Count > 0 && !hook.ReviewVersions.Any(WebhookValidation.IsKnownVersion)),
        AllowDuplicateNames = old.DistinctBy(hook => hook.Name).Count() < old.Count,
        AllowInvalidLabelValues = old.Any(hook => LabelSelectorValidation.HasInvalidValue(hook.NamespaceSelector) || LabelSelectorValidation.HasInvalidValue(hook.ObjectSelector)),
        IgnoreMatchConditions = old.Select(hook => hook.MatchConditions).SequenceEqual(next.Select(hook => hook.MatchConditions), SameConditions.Instance),
    };

    private sealed class SameConditions : IEqualityComparer<IReadOnlyList<MatchCondition>>
    {
        public static SameConditions Instance { get; } = new();

        public bool Equals(IReadOnlyList<MatchCondition>? x, IReadOnlyList<MatchCondition>? y) => (x ?? []).SequenceEqual(y ?? []);

        public int GetHashCode(IReadOnlyList<MatchCondition> obj) => obj.Count;
    }
}
