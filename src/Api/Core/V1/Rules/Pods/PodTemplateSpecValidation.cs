using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The rules of pod templates, wherever one stands.</summary>
public static class PodTemplateSpecValidation
{
    /// <param name="old">The template that is being replaced, if any: what it had may stay.</param>
    public static void Validate(PodTemplateSpec template, FieldPath path, FieldErrors errors, PodTemplateSpec? old = null)
    {
        var options = PodTolerance.Of(old?.Spec, old?.Metadata?.Annotations, PodRuleOptions.Template);
        var spec = template.Spec ?? new();
        var annotations = template.Metadata?.Annotations;
        MetadataRules.ValidateTemplate(template.Metadata?.Labels, annotations, path, errors);
        PodAnnotationValidation.Validate(annotations, spec, path.Child("annotations"), options, errors);
        PodSpecValidation.Validate(spec, path.Child("spec"), options, errors);
        PodAnnotationValidation.ValidateProfiles(annotations, spec, path.Child("spec"), errors);
        if (spec.EphemeralContainers is { Count: > 0 })
            errors.Forbidden(path.Child("spec", "ephemeralContainers"), "ephemeral containers not allowed in pod template");
    }
}
