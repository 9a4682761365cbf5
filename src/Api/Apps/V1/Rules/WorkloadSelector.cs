using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

/// <summary>The selector by which a workload finds its pods.</summary>
internal static class WorkloadSelector
{
    /// <param name="kind">As the error calls it.</param>
    public static void Validate(LabelSelector? selector, string kind, FieldPath spec, FieldErrors errors)
    {
        if (selector is null)
        {
            errors.Required(spec.Child("selector"));
            return;
        }

        LabelSelectorValidation.Validate(selector, spec.Child("selector"), errors);
        if (LabelSelectorValidation.IsEmpty(selector))
            errors.Invalid(spec.Child("selector"), GoText.Of(selector), $"empty selector is invalid for {kind}");
    }

    /// <summary>The template of a deployment or replica set.</summary>
    public static void ValidateTemplate(LabelSelector? selector, PodTemplateSpec template, FieldPath spec, FieldErrors errors, PodTemplateSpec? old)
    {
        if (!SelectorLogic.IsUsable(selector))
        {
            errors.Invalid(spec.Child("selector"), GoText.Of(selector!), "invalid label selector");
            return;
        }

        var path = spec.Child("template");
        PodTemplates.ValidateSelected(selector, template, path, errors);
        PodTemplates.Validate(template, path, errors, old);
        PodTemplates.ValidateRunsForever(template, "ReplicaSet", path, errors);
    }

    public static void ValidateUnchanged(TreeObject obj, TreeObject old, LabelSelector? selector, FieldErrors errors) => Immutable.Check(
        obj.Object("spec"),
        old.Object("spec"),
        "selector",
        FieldPath.Root("spec"),
        errors,
        selector is null ? null : GoText.Of(selector));
}
