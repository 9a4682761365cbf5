using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Restricts which network traffic may reach or leave a chosen set of pods in a namespace.</summary>
[Kind("networking.k8s.io/v1", "networkpolicies", ShortNames = ["netpol"])]
public sealed record NetworkPolicy : IApiObject
{
    /// <summary>Standard object metadata: name, namespace, labels, annotations and system-set bookkeeping.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>States which pods the policy covers and which traffic it lets through.</summary>
    [Field(2, Always = true)]
    public NetworkPolicySpec? Spec { get; init; }
}
