using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

internal sealed class ValidatingAdmissionPolicyStrategy : KindStrategy
{
    public override bool AllowUnconditionalUpdate => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, false, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            var status = Workloads.Status<ValidatingAdmissionPolicyStatus>(obj);
            ValidatingAdmissionPolicyValidation.ValidateStatus(status, Workloads.StatusPath, errors);
            return;
        }

        var unchanged = Tree.Same(obj.Object("spec")?["paramKind"], old.Object("spec")?["paramKind"])
            && Tree.Same(obj.Object("spec")?["matchConditions"], old.Object("spec")?["matchConditions"]);
        Validate(obj, unchanged, errors);
    }

    private static void Validate(TreeObject obj, bool ignoreConditions, FieldErrors errors) => ValidatingAdmissionPolicyValidation.Validate(
        obj.Object("metadata")?.Text("name") ?? "",
        Workloads.Spec<ValidatingAdmissionPolicySpec>(obj),
        ignoreConditions,
        Workloads.SpecPath,
        errors);
}
