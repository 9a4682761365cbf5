using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Coordination.V1.Rules;

/// <summary>
/// Leases are written more often than anything else, so they are checked on the tree. The fields of coordinated elections belong
/// to a feature that is off in 1.32: they are not stored.
/// </summary>
internal sealed class LeaseStrategy : KindStrategy
{
    private static readonly FieldPath Spec = FieldPath.Root("spec");

    public override bool AllowCreateOnUpdate => true;

    public override bool AllowUnconditionalUpdate => false;

    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context) => DropElection(obj, null);

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context) => DropElection(obj, old);

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    private static void DropElection(TreeObject obj, TreeObject? old)
    {
        if (obj.Object("spec") is not { } spec || old?.Object("spec")?.Has("strategy") == true)
            return;

        spec.Remove("strategy");
        spec.Remove("preferredHolder");
    }

    private static void Validate(TreeObject obj, FieldErrors errors)
    {
        if (obj.Object("spec") is not { } spec)
            return;

        if (spec.Whole("leaseDurationSeconds") is <= 0 and var duration)
            errors.Invalid(Spec.Child("leaseDurationSeconds"), duration, "must be greater than 0");
        if (spec.Whole("leaseTransitions") is < 0 and var transitions)
            errors.Invalid(Spec.Child("leaseTransitions"), transitions, Wording.Negative);
        if (!string.IsNullOrEmpty(spec.Text("preferredHolder")) && string.IsNullOrEmpty(spec.Text("strategy")))
            errors.Forbidden(Spec.Child("preferredHolder"), "may only be specified if `strategy` is defined");
    }
}
