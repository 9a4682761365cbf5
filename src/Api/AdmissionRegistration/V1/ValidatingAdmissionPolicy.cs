using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Defines in-process admission rules that accept or reject objects but never modify them.</summary>
[Kind("admissionregistration.k8s.io/v1", "validatingadmissionpolicies", ClusterScoped = true, Categories = ["api-extensions"])]
[Subresource("status", "get,patch,update")]
public sealed record ValidatingAdmissionPolicy : IApiObject
{
    /// <summary>Usual object metadata, such as the name, labels and annotations of the policy.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What the policy validates, and which requests it applies to.</summary>
    [Field(2, Always = true)]
    public ValidatingAdmissionPolicySpec? Spec { get; init; }

    /// <summary>Warnings and conditions that help judge if the policy works as intended. Set by the system and read-only.</summary>
    [Field(3, Always = true)]
    public ValidatingAdmissionPolicyStatus? Status { get; init; }
}
