using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Identity for processes in pods, tying a name to an authenticated principal and a set of secrets.</summary>
[Kind("v1", "serviceaccounts", ShortNames = ["sa"])]
[Subresource("token", "create", Record = typeof(Authentication.V1.TokenRequest))]
public sealed record ServiceAccount : IApiObject
{
    /// <summary>Standard object metadata such as name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Same-namespace secrets that pods of this account may use, binding only if annotation "kubernetes.io/enforce-mountable-secrets" is "true".</summary>
    [Field(2)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<ObjectReference>? Secrets { get; init; }

    /// <summary>Secrets in the same namespace for pulling images of pods that use this account. Only the kubelet accesses them; pods do not mount them.</summary>
    [Field(3)]
    public IReadOnlyList<LocalObjectReference>? ImagePullSecrets { get; init; }

    /// <summary>Whether pods using this account get an API token mounted automatically. A pod can override it.</summary>
    [Field(4)]
    public bool? AutomountServiceAccountToken { get; init; }
}
