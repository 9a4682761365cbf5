using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Registers admission webhooks that can accept, reject or modify objects.</summary>
[Kind("admissionregistration.k8s.io/v1", "mutatingwebhookconfigurations", ClusterScoped = true, Categories = ["api-extensions"])]
public sealed record MutatingWebhookConfiguration : IApiObject
{
    /// <summary>Usual object metadata, such as the name, labels and annotations of this configuration.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>List of hooks to register, each with the operations and resources it is called for.</summary>
    [Field(2)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<MutatingWebhook>? Webhooks { get; init; }
}
