using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal sealed class ReplicaSetStrategy : KindStrategy
{
    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        Workloads.PrepareTemplate(obj, null);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource.Length == 0)
            Workloads.PrepareTemplate(obj, old);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        ReplicaSetValidation.ValidateSpec(Workloads.Spec<ReplicaSetSpec>(obj), Workloads.SpecPath, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            ReplicaSetValidation.ValidateStatus(Workloads.Status<ReplicaSetStatus>(obj), Workloads.StatusPath, errors);
            return;
        }

        var spec = Workloads.Spec<ReplicaSetSpec>(obj);
        ReplicaSetValidation.ValidateSpec(spec, Workloads.SpecPath, errors, Workloads.Spec<ReplicaSetSpec>(old));
        WorkloadSelector.ValidateUnchanged(obj, old, spec.Selector, errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context) => Workloads.Warn(obj, old, context);
}
