using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>Pods as a workload's template says.</summary>
internal static class TemplatePods
{
    /// <param name="prefix">Told as generateName; empty for pods with names of their own.</param>
    public static Pod Make<TOwner>(TOwner owner, PodTemplateSpec? template, string name, string prefix = "") where TOwner : class, IApiObject => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name,
            GenerateName = prefix.Length > 0 ? prefix : null,
            Namespace = owner.Metadata?.Namespace,
            Labels = template?.Metadata?.Labels,
            Annotations = template?.Metadata?.Annotations,
            Finalizers = template?.Metadata?.Finalizers,
            OwnerReferences = [OwnerReferences.ToController(owner)],
        },
        Spec = template?.Spec,
    };
}
