using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Declares one admission webhook that checks objects, along with the operations and resources that trigger it.</summary>
public sealed record ValidatingWebhook
{
    /// <summary>Fully qualified webhook identifier that ends in the organization's domain, for example imagepolicy.kubernetes.io. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Tells the API server how to reach the hook. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public WebhookClientConfig? ClientConfig { get; init; }

    /// <summary>Operations and resources the webhook wants to see, where a match with any one rule is enough.</summary>
    [Field(3)]
    public IReadOnlyList<RuleWithOperations>? Rules { get; init; }

    /// <summary>Reaction to unrecognized errors from the webhook endpoint, either Ignore or Fail. Defaults to Fail.</summary>
    [Field(4, Pointer = true)]
    [Enum("Ignore", "Fail")]
    [Default("Fail")]
    public string? FailurePolicy { get; init; }

    /// <summary>Sets how "rules" apply to requests. Use "Exact" for literal matches only or "Equivalent" to include other groups and versions of the same resource.</summary>
    [Field(9, Pointer = true)]
    [Enum("Exact", "Equivalent")]
    [Default("Equivalent")]
    public string? MatchPolicy { get; init; }

    /// <summary>Restricts calls to objects whose namespace labels match. If the object is a Namespace, its own labels are used.</summary>
    [Field(5)]
    [Default(DefaultAttribute.EmptyObject)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Restricts calls by object labels. The webhook runs when either oldObject or newObject satisfies the selector.</summary>
    [Field(10)]
    [Default(DefaultAttribute.EmptyObject)]
    public LabelSelector? ObjectSelector { get; init; }

    /// <summary>States if a call has effects outside the request, as None or NoneOnDryRun. A webhook with side effects must be able to reconcile them.</summary>
    [Field(6, Required = true, Always = true, Pointer = true)]
    [Enum("Unknown", "None", "Some", "NoneOnDryRun")]
    public string? SideEffects { get; init; }

    /// <summary>How many seconds a call may take, from 1 to 30, before the failure policy decides. Defaults to 10.</summary>
    [Field(7)]
    [Default(10)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Versions of AdmissionReview the webhook accepts, most preferred first. The API server uses the first entry it supports itself.</summary>
    [Field(8, Required = true, Always = true)]
    public IReadOnlyList<string>? AdmissionReviewVersions { get; init; }

    /// <summary>Additional filters on requests that rules, namespaceSelector and objectSelector already matched. With an empty list, none are filtered out.</summary>
    [Field(11)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<MatchCondition>? MatchConditions { get; init; }
}
