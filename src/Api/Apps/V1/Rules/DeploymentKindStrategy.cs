using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

/// <summary>Deployments. (A field of theirs has taken the shorter name.)</summary>
internal sealed class DeploymentKindStrategy : KindStrategy
{
    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        Workloads.PrepareTemplate(obj, null);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource == "status")
            Workloads.KeepLabels(obj, old);
        else
            Workloads.PrepareTemplate(obj, old);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        DeploymentValidation.ValidateSpec(Workloads.Spec<DeploymentSpec>(obj), Workloads.SpecPath, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            DeploymentValidation.ValidateStatus(Workloads.Status<DeploymentStatus>(obj), Workloads.Status<DeploymentStatus>(old), Workloads.StatusPath, errors);
            return;
        }

        var spec = Workloads.Spec<DeploymentSpec>(obj);
        DeploymentValidation.ValidateSpec(spec, Workloads.SpecPath, errors, Workloads.Spec<DeploymentSpec>(old));
        WorkloadSelector.ValidateUnchanged(obj, old, spec.Selector, errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context) => Workloads.Warn(obj, old, context);

    /// <summary>Annotations of a deployment are copied to its replica sets, so that they count too.</summary>
    public override bool RaisesGeneration(TreeObject obj, TreeObject old, RuleContext context) => base.RaisesGeneration(obj, old, context)
        || (context.Subresource.Length == 0 && !Tree.Same(obj.Object("metadata", "annotations"), old.Object("metadata", "annotations")));
}
