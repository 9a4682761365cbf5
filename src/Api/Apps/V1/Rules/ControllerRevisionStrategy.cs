using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal sealed class ControllerRevisionStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        if (Immutable.Given(obj["data"]) is null)
            errors.Required(FieldPath.Root("data"), "data is mandatory");
        if (obj.Whole("revision") is < 0 and var revision)
            errors.Invalid(FieldPath.Root("revision"), revision, Wording.Negative);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        ValidateCreate(obj, context, errors);
        if (!Tree.Same(Immutable.Given(obj["data"]), Immutable.Given(old["data"])))
            errors.Invalid(FieldPath.Root("data"), obj["data"], Wording.Immutable);
    }
}
