using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Puts a ValidatingAdmissionPolicy into effect and ties it to parameter resources, as configured by a cluster administrator.</summary>
[Kind("admissionregistration.k8s.io/v1", "validatingadmissionpolicybindings", ClusterScoped = true, Categories = ["api-extensions"])]
public sealed record ValidatingAdmissionPolicyBinding : IApiObject
{
    /// <summary>Usual object metadata, such as the name, labels and annotations of the binding.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Which policy to bind, along with its parameters, scope and enforcement.</summary>
    [Field(2, Always = true)]
    public ValidatingAdmissionPolicyBindingSpec? Spec { get; init; }
}
