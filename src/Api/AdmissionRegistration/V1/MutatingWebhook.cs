using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Declares one admission webhook that may change objects, along with the operations and resources that trigger it.</summary>
public sealed record MutatingWebhook
{
    /// <summary>Fully qualified identifier of the webhook, for example imagepolicy.kubernetes.io, where the last part is the organization. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Connection details the API server needs to call the hook. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public WebhookClientConfig? ClientConfig { get; init; }

    /// <summary>Combinations of operations and resources that trigger the webhook. A request needs to match any one of them.</summary>
    [Field(3)]
    public IReadOnlyList<RuleWithOperations>? Rules { get; init; }

    /// <summary>What happens when calling the webhook ends in an unrecognized error, either Ignore or Fail. Defaults to Fail.</summary>
    [Field(4, Pointer = true)]
    [Enum("Ignore", "Fail")]
    [Default("Fail")]
    public string? FailurePolicy { get; init; }

    /// <summary>Decides how "rules" compare with requests. "Exact" accepts literal matches only, "Equivalent" also covers the same resource served under another group or version.</summary>
    [Field(9, Pointer = true)]
    [Enum("Exact", "Equivalent")]
    [Default("Equivalent")]
    public string? MatchPolicy { get; init; }

    /// <summary>Calls the webhook only for objects in namespaces with matching labels. For a Namespace object, its own labels count.</summary>
    [Field(5)]
    [Default(DefaultAttribute.EmptyObject)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Calls the webhook only for objects with matching labels, where either oldObject or newObject may satisfy the selector.</summary>
    [Field(11)]
    [Default(DefaultAttribute.EmptyObject)]
    public LabelSelector? ObjectSelector { get; init; }

    /// <summary>Declares if calling the webhook changes anything elsewhere, as None or NoneOnDryRun. Webhooks with side effects must reconcile them, since a request may still be rejected later.</summary>
    [Field(6, Required = true, Always = true, Pointer = true)]
    [Enum("Unknown", "None", "Some", "NoneOnDryRun")]
    public string? SideEffects { get; init; }

    /// <summary>Seconds to wait for the webhook before the failure policy takes over. Must be between 1 and 30, with a default of 10.</summary>
    [Field(7)]
    [Default(10)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>AdmissionReview versions the webhook understands, in order of preference. The API server picks the first one it supports as well.</summary>
    [Field(8, Required = true, Always = true)]
    public IReadOnlyList<string>? AdmissionReviewVersions { get; init; }

    /// <summary>Whether one admission evaluation may call this webhook more than once. Set "Never" to forbid it or "IfNeeded" to permit it.</summary>
    [Field(10, Pointer = true)]
    [Enum("Never", "IfNeeded")]
    [Default("Never")]
    public string? ReinvocationPolicy { get; init; }

    /// <summary>CEL conditions that narrow down requests already selected by rules, namespaceSelector and objectSelector. An empty list lets all of them through.</summary>
    [Field(12)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<MatchCondition>? MatchConditions { get; init; }
}
