using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Holds the settings of a binding, from the policy it names to how failures are enforced.</summary>
public sealed record ValidatingAdmissionPolicyBindingSpec
{
    /// <summary>Which ValidatingAdmissionPolicy to bind, by name. A binding whose policy does not exist is invalid and ignored. Required.</summary>
    [Field(1)]
    public string? PolicyName { get; init; }

    /// <summary>Locates the parameter objects for the policy, which must be of the type in the policy's ParamKind.</summary>
    [Field(2)]
    public ParamRef? ParamRef { get; init; }

    /// <summary>Narrows the binding to certain resources within the policy's matchConstraints. When unset, everything the policy matches is validated.</summary>
    [Field(3)]
    public MatchResources? MatchResources { get; init; }

    /// <summary>Ways to enforce a validation of the bound policy when it evaluates to false, for example Deny, Warn or Audit.</summary>
    [Field(4)]
    [List(ListMerge.Set)]
    public IReadOnlyList<string>? ValidationActions { get; init; }
}
