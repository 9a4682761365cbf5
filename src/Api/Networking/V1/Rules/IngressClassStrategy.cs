using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Networking.V1.Rules;

internal sealed class IngressClassStrategy : KindStrategy
{
    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        IngressClassValidation.Validate(Workloads.Spec<IngressClassSpec>(obj), Workloads.SpecPath, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        Immutable.Check(obj.Object("spec"), old.Object("spec"), "controller", Workloads.SpecPath, errors);
        ValidateCreate(obj, context, errors);
    }
}
