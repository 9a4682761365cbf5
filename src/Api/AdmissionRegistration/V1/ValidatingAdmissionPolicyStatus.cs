using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Reports the observed state of a validating admission policy.</summary>
public sealed record ValidatingAdmissionPolicyStatus
{
    /// <summary>Policy generation that the controller has processed last.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>Type check results per expression. Once it is present, the checking has finished.</summary>
    [Field(2)]
    public TypeChecking? TypeChecking { get; init; }

    /// <summary>Latest observations about the state of the policy, one entry per condition.</summary>
    [Field(3)]
    [List(ListMerge.Map, "type")]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
