using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Registers admission webhooks that accept or reject objects without modifying them.</summary>
[Kind("admissionregistration.k8s.io/v1", "validatingwebhookconfigurations", ClusterScoped = true, Categories = ["api-extensions"])]
public sealed record ValidatingWebhookConfiguration : IApiObject
{
    /// <summary>Usual object metadata, such as name and labels, for this configuration.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Validating webhooks to register, with the operations and resources each one handles.</summary>
    [Field(2)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<ValidatingWebhook>? Webhooks { get; init; }
}
