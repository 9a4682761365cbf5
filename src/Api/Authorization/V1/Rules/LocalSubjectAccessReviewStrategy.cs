using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Authorization.V1.Rules;

internal sealed class LocalSubjectAccessReviewStrategy : SubjectAccessReviewStrategy
{
    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var spec = ValidateSpec(obj, errors);
        AccessReviewValidation.ValidateMetadata(obj, namespaced: true, errors);
        if (spec.ResourceAttributes is { } resource && (resource.Namespace ?? "") != (obj.Object("metadata")?.Text("namespace") ?? ""))
            errors.Invalid(Workloads.SpecPath.Child("resourceAttributes", "namespace"), resource.Namespace ?? "", "must match metadata.namespace");
        if (spec.NonResourceAttributes is not null)
            errors.Invalid(Workloads.SpecPath.Child("nonResourceAttributes"), obj.Object("spec")?["nonResourceAttributes"], "disallowed on this kind of request");
    }
}
