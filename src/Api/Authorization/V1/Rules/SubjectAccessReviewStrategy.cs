using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Authorization.V1.Rules;

/// <summary>Reviews are answered and forgotten; the rules check the question.</summary>
internal class SubjectAccessReviewStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        ValidateSpec(obj, errors);
        AccessReviewValidation.ValidateMetadata(obj, namespaced: false, errors);
    }

    protected static SubjectAccessReviewSpec ValidateSpec(TreeObject obj, FieldErrors errors)
    {
        var spec = Workloads.Spec<SubjectAccessReviewSpec>(obj);
        AccessReviewValidation.Validate(spec.ResourceAttributes, spec.NonResourceAttributes, obj.Object("spec"), Workloads.SpecPath, errors);
        if (string.IsNullOrEmpty(spec.User) && spec.Groups is not { Count: > 0 })
            errors.Invalid(Workloads.SpecPath.Child("user"), "", "at least one of user or group must be specified");
        return spec;
    }
}
