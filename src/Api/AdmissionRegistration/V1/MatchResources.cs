using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Selects the objects an admission policy applies to. When a resource is both included and excluded, the exclusion wins.</summary>
[Atomic]
public sealed record MatchResources
{
    /// <summary>Limits the policy to objects whose namespace carries matching labels. For a Namespace object, its own labels are tested.</summary>
    [Field(1)]
    [Default(DefaultAttribute.EmptyObject)]
    public LabelSelector? NamespaceSelector { get; init; }

    /// <summary>Limits the validation by the labels of the object itself, where a match on either oldObject or newObject is enough.</summary>
    [Field(2)]
    [Default(DefaultAttribute.EmptyObject)]
    public LabelSelector? ObjectSelector { get; init; }

    /// <summary>Operations, resources and subresources the ValidatingAdmissionPolicy covers, where matching any single rule is sufficient.</summary>
    [Field(3)]
    public IReadOnlyList<NamedRuleWithOperations>? ResourceRules { get; init; }

    /// <summary>Operations and resources the ValidatingAdmissionPolicy leaves alone, even if an include rule matches them too.</summary>
    [Field(4)]
    public IReadOnlyList<NamedRuleWithOperations>? ExcludeResourceRules { get; init; }

    /// <summary>Chooses how strictly the rules compare with incoming requests. "Exact" needs a literal match, while "Equivalent" also catches the same resource through another API group or version.</summary>
    [Field(7, Pointer = true)]
    [Enum("Exact", "Equivalent")]
    [Default("Equivalent")]
    public string? MatchPolicy { get; init; }
}
