using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Authorization.V1.Rules;

internal sealed class SelfSubjectAccessReviewStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var spec = Workloads.Spec<SelfSubjectAccessReviewSpec>(obj);
        AccessReviewValidation.Validate(spec.ResourceAttributes, spec.NonResourceAttributes, obj.Object("spec"), Workloads.SpecPath, errors);
        AccessReviewValidation.ValidateMetadata(obj, namespaced: false, errors);
    }
}
