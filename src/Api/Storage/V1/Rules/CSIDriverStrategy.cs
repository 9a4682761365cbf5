using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Storage.V1.Rules;

internal sealed class CSIDriverStrategy : KindStrategy
{
    private static readonly FieldPath Spec = FieldPath.Root("spec");

    public override bool AllowUnconditionalUpdate => false;

    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var driver = RecordBinder.Read<CSIDriver>(obj);
        VolumeSourceValidation.ValidateDriverName(driver.Metadata?.Name ?? "", FieldPath.Root("name"), errors);
        CSIDriverValidation.Validate(driver.Spec ?? new(), Spec, errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var spec = obj.Object("spec") ?? new();
        var before = old.Object("spec") ?? new();
        KeepSame(spec, before, "attachRequired", "attachedRequired", errors);
        KeepSame(spec, before, "volumeLifecycleModes", "volumeLifecycleModes", errors);
        CSIDriverValidation.ValidateTokens(RecordBinder.Read<CSIDriverSpec>(spec).TokenRequests ?? [], Spec.Child("tokenRequests"), errors);
    }

    private static void KeepSame(TreeObject spec, TreeObject before, string member, string field, FieldErrors errors)
    {
        if (!Tree.Same(spec[member], before[member]))
            errors.Invalid(Spec.Child(field), spec[member], Wording.Immutable);
    }
}
