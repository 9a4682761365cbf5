using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The rules of pods as such, beyond those of their specs.</summary>
internal static class PodValidation
{
    internal static readonly FieldPath Spec = FieldPath.Root("spec");
    internal static readonly FieldPath Annotations = FieldPath.Root("metadata").Child("annotations");

    public static void ValidateCreate(TreeObject obj, FieldErrors errors)
    {
        var pod = RecordBinder.Read<Pod>(obj);
        var spec = pod.Spec ?? new();
        Validate(pod, spec, PodRuleOptions.Pod, errors);
        if (spec.EphemeralContainers is { Count: > 0 })
            errors.Forbidden(Spec.Child("ephemeralContainers"), "cannot be set on create");
        if (!string.IsNullOrEmpty(spec.NodeName) && spec.SchedulingGates is { Count: > 0 })
            errors.Forbidden(Spec.Child("nodeName"), "cannot be set until all schedulingGates have been cleared");
        PodAnnotationValidation.ValidateProfiles(pod.Metadata?.Annotations, spec, Spec, errors);
    }

    /// <summary>Spec and annotations of an update. A spec that did not change was found sound before.</summary>
    public static void ValidateChanged(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        if (!Tree.Same(obj["spec"], old["spec"]) || HasSpecialAnnotation(obj) || HasSpecialAnnotation(old))
        {
            var pod = RecordBinder.Read<Pod>(obj);
            var before = RecordBinder.Read<Pod>(old);
            var options = PodTolerance.Of(before.Spec, before.Metadata?.Annotations, PodRuleOptions.Pod);
            Validate(pod, pod.Spec ?? new(), options, errors);
            PodAnnotationValidation.ValidateUpdate(pod.Metadata?.Annotations, before.Metadata?.Annotations, Annotations, errors);
        }
    }

    /// <summary>The annotations alone, for updates that cannot touch the spec.</summary>
    public static void ValidateAnnotations(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        if (!HasSpecialAnnotation(obj) && !HasSpecialAnnotation(old))
            return;

        var pod = RecordBinder.Read<Pod>(obj);
        var before = RecordBinder.Read<Pod>(old);
        var options = PodTolerance.Of(before.Spec, before.Metadata?.Annotations, PodRuleOptions.Pod);
        PodAnnotationValidation.ValidateUpdate(pod.Metadata?.Annotations, before.Metadata?.Annotations, Annotations, errors);
        PodAnnotationValidation.Validate(pod.Metadata?.Annotations, pod.Spec ?? new(), Annotations, options, errors);
    }

    public static bool IsMirror(TreeObject pod) => pod.Object("metadata", "annotations")?.Has(PodAnnotations.Mirror) == true;

    private static void Validate(Pod pod, PodSpec spec, PodRuleOptions options, FieldErrors errors)
    {
        PodAnnotationValidation.Validate(pod.Metadata?.Annotations, spec, Annotations, options, errors);
        PodSpecValidation.Validate(spec, Spec, options, errors, pod.Metadata?.Name);
        if (string.IsNullOrEmpty(spec.ServiceAccountName))
            ForbidTokens(spec.Volumes ?? [], errors);

        for (var i = 0; i < spec.Containers?.Count; i++)
            ContainerValidation.ValidateImage(spec.Containers[i].Image, Spec.Child("containers").Index(i), errors);
        for (var i = 0; i < spec.InitContainers?.Count; i++)
            ContainerValidation.ValidateImage(spec.InitContainers[i].Image, Spec.Child("initContainers").Index(i), errors);
    }

    private static void ForbidTokens(IReadOnlyList<Volume> volumes, FieldErrors errors)
    {
        for (var i = 0; i < volumes.Count; i++)
        {
            var sources = volumes[i].Projected?.Sources ?? [];
            for (var j = 0; j < sources.Count; j++)
            {
                if (sources[j].ServiceAccountToken is not null)
                {
                    errors.Forbidden(
                        Spec.Child("volumes").Index(i).Child("projected", "sources").Index(j).Child("serviceAccountToken"),
                        "must not be specified when serviceAccountName is not set");
                }
            }
        }
    }

    private static bool HasSpecialAnnotation(TreeObject pod)
    {
        if (pod.Object("metadata", "annotations") is not { } annotations)
            return false;

        foreach (var (key, _) in annotations)
        {
            if (PodAnnotations.IsSpecial(key))
                return true;
        }

        return false;
    }
}
