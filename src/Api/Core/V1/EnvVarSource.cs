using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Place from which an environment variable takes its content.</summary>
public sealed record EnvVarSource
{
    /// <summary>Takes the content from a pod field: metadata.name, metadata.namespace, a label, an annotation, spec.nodeName, spec.serviceAccountName, status.hostIP, status.podIP or status.podIPs.</summary>
    [Field(1)]
    public ObjectFieldSelector? FieldRef { get; init; }

    /// <summary>Takes the content from a container resource: limits or requests of cpu, memory or ephemeral-storage.</summary>
    [Field(2)]
    public ResourceFieldSelector? ResourceFieldRef { get; init; }

    /// <summary>Takes the content from one key of a ConfigMap.</summary>
    [Field(3)]
    public ConfigMapKeySelector? ConfigMapKeyRef { get; init; }

    /// <summary>Takes the content from one key of a Secret in the pod's namespace.</summary>
    [Field(4)]
    public SecretKeySelector? SecretKeyRef { get; init; }
}
