using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

/// <summary>What webhooks of both kinds have in common.</summary>
internal sealed record WebhookView
{
    public required string Name { get; init; }

    public required WebhookClientConfig Client { get; init; }

    public required IReadOnlyList<RuleWithOperations> Rules { get; init; }

    public string? FailurePolicy { get; init; }

    public string? MatchPolicy { get; init; }

    public LabelSelector? NamespaceSelector { get; init; }

    public LabelSelector? ObjectSelector { get; init; }

    public string? SideEffects { get; init; }

    public int? TimeoutSeconds { get; init; }

    public required IReadOnlyList<string> ReviewVersions { get; init; }

    public string? ReinvocationPolicy { get; init; }

    public required IReadOnlyList<MatchCondition> MatchConditions { get; init; }

    public static WebhookView Of(ValidatingWebhook hook) => new()
    {
        Name = hook.Name ?? "",
        Client = hook.ClientConfig ?? new(),
        Rules = hook.Rules ?? [],
        FailurePolicy = hook.FailurePolicy,
        MatchPolicy = hook.MatchPolicy,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        SideEffects = hook.SideEffects,
        TimeoutSeconds = hook.TimeoutSeconds,
        ReviewVersions = hook.AdmissionReviewVersions ?? [],
        MatchConditions = hook.MatchConditions ?? [],
    };

    public static WebhookView Of(MutatingWebhook hook) => new()
    {
        Name = hook.Name ?? "",
        Client = hook.ClientConfig ?? new(),
        Rules = hook.Rules ?? [],
        FailurePolicy = hook.FailurePolicy,
        MatchPolicy = hook.MatchPolicy,
        NamespaceSelector = hook.NamespaceSelector,
        ObjectSelector = hook.ObjectSelector,
        SideEffects = hook.SideEffects,
        TimeoutSeconds = hook.TimeoutSeconds,
        ReviewVersions = hook.AdmissionReviewVersions ?? [],
        ReinvocationPolicy = hook.ReinvocationPolicy,
        MatchConditions = hook.MatchConditions ?? [],
    };
}
