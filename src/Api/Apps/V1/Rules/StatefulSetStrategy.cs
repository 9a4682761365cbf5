using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal sealed class StatefulSetStrategy : KindStrategy
{
    /// <summary>The set's name is part of its pods' host names.</summary>
    public override NameRule NameRule => NameRule.DnsLabel;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        Workloads.PrepareTemplate(obj, null);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource.Length > 0)
            return;

        Workloads.PrepareTemplate(obj, old);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        StatefulSetValidation.ValidateSpec(Workloads.Spec<StatefulSetSpec>(obj), Workloads.SpecPath, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            StatefulSetValidation.ValidateStatus(Workloads.Status<StatefulSetStatus>(obj), Workloads.Status<StatefulSetStatus>(old), Workloads.StatusPath, errors);
            return;
        }

        StatefulSetValidation.ValidateSpec(Workloads.Spec<StatefulSetSpec>(obj), Workloads.SpecPath, errors);
        StatefulSetValidation.ValidateUnchanged(obj.Object("spec") ?? new(), old.Object("spec") ?? new(), Workloads.SpecPath, errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (old is null || !Tree.Same(obj["spec"], old["spec"]))
            PodTemplates.Warn(obj.Object("spec", "template"), Workloads.SpecPath.Child("template"), context);
        if (obj.Object("spec")?.Whole("revisionHistoryLimit") < 0)
            context.Warnings.Add("spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended");
    }
}
