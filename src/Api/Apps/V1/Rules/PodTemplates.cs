using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

/// <summary>What all workloads check of the pods they make.</summary>
internal static class PodTemplates
{
    public const string NameWarning =
        "metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: ";

    /// <param name="old">The template that is being replaced, if any: what it had may stay.</param>
    public static void Validate(PodTemplateSpec template, FieldPath path, FieldErrors errors, PodTemplateSpec? old = null) =>
        PodTemplateSpecValidation.Validate(template, path, errors, old);

    /// <summary>Drops what is not switched on in this version of the API.</summary>
    public static void Prepare(TreeObject? template, TreeObject? old) => PodFieldDrops.Apply(template?.Object("spec"), old?.Object("spec"));

    public static void Warn(TreeObject? template, FieldPath path, RuleContext context) =>
        PodWarnings.Collect(template?.Object("spec"), template?.Object("metadata"), path.ToString(), context.Warnings);

    /// <summary>The pods of a template that its own selector misses would be made without end.</summary>
    public static void ValidateSelected(LabelSelector? selector, PodTemplateSpec template, FieldPath path, FieldErrors errors)
    {
        if (!SelectorLogic.Matches(selector, template.Metadata?.Labels))
            errors.Invalid(path.Child("metadata", "labels"), Shown(template.Metadata?.Labels), "`selector` does not match template `labels`");
    }

    /// <summary>Workloads that never end need pods that never end.</summary>
    public static void ValidateRunsForever(PodTemplateSpec template, string kind, FieldPath path, FieldErrors errors)
    {
        if (template.Spec?.RestartPolicy != "Always")
            errors.NotSupported(path.Child("spec", "restartPolicy"), template.Spec?.RestartPolicy ?? "", ["Always"]);
        if (template.Spec?.ActiveDeadlineSeconds is not null)
            errors.Forbidden(path.Child("spec", "activeDeadlineSeconds"), $"activeDeadlineSeconds in {kind} is not Supported");
    }

    private static object Shown(IReadOnlyDictionary<string, string>? labels) => labels is null ? new ShownAs("map[string]string(nil)") : labels;
}
