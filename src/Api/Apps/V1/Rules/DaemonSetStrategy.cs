using System.Globalization;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal sealed class DaemonSetStrategy : KindStrategy
{
    /// <summary>How often the template has changed: a field once, kept for the clients that know it.</summary>
    private const string TemplateGeneration = "deprecated.daemonset.template.generation";

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        Workloads.PrepareTemplate(obj, null);
        SetTemplateGeneration(obj, Math.Max(1, GetTemplateGeneration(obj)));
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource.Length > 0)
            return;

        Workloads.PrepareTemplate(obj, old);
        var changed = !Tree.Same(obj.Object("spec")?["template"], old.Object("spec")?["template"]);
        SetTemplateGeneration(obj, GetTemplateGeneration(old) + (changed ? 1 : 0));
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        DaemonSetValidation.ValidateSpec(Workloads.Spec<DaemonSetSpec>(obj), Workloads.SpecPath, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            DaemonSetValidation.ValidateStatus(Workloads.Status<DaemonSetStatus>(obj), Workloads.Status<DaemonSetStatus>(old), Workloads.StatusPath, errors);
            return;
        }

        var spec = Workloads.Spec<DaemonSetSpec>(obj);
        DaemonSetValidation.ValidateSpec(spec, Workloads.SpecPath, errors, Workloads.Spec<DaemonSetSpec>(old));
        WorkloadSelector.ValidateUnchanged(obj, old, spec.Selector, errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (old is null || !Tree.Same(obj["spec"], old["spec"]))
            PodTemplates.Warn(obj.Object("spec", "template"), Workloads.SpecPath.Child("template"), context);
    }

    private static long GetTemplateGeneration(TreeObject obj) =>
        long.TryParse(obj.Object("metadata", "annotations")?.Text(TemplateGeneration), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static void SetTemplateGeneration(TreeObject obj, long count) =>
        obj.ObjectOrNew("metadata").ObjectOrNew("annotations").Set(TemplateGeneration, count.ToString(CultureInfo.InvariantCulture));
}
