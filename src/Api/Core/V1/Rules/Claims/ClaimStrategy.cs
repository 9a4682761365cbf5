using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

internal sealed class ClaimStrategy : KindStrategy
{
    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly string[] AttributeStatus = ["currentVolumeAttributesClassName", "modifyVolumeStatus"];

    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        var status = new TreeObject();
        status.Set("phase", "Pending");
        obj.Set("status", status);
        ClaimDataSources.Prepare(obj.ObjectOrNew("spec"), null);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource != "status")
        {
            ClaimDataSources.Prepare(obj.ObjectOrNew("spec"), old.Object("spec"));
            return;
        }

        foreach (var member in AttributeStatus)
        {
            if (old.Object("status")?.Has(member) != true)
                obj.Object("status")?.Remove(member);
        }
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        ClaimSpecValidation.Validate(RecordBinder.Read<PersistentVolumeClaim>(obj).Spec ?? new(), Spec, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var claim = RecordBinder.Read<PersistentVolumeClaim>(obj);
        if (context.Subresource == "status")
        {
            ClaimStatusValidation.Validate(claim.Status ?? new(), errors);
            return;
        }

        var before = RecordBinder.Read<PersistentVolumeClaim>(old).Spec;
        ClaimSpecValidation.Validate(
            claim.Spec ?? new(),
            Spec,
            errors,
            LabelSelectorValidation.HasInvalidValue(before?.Selector),
            before?.DataSource?.ApiGroup is not null || before?.DataSourceRef?.ApiGroup is not null);
        ClaimChange.Validate(obj, old, errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context) => VolumeWarnings.CollectForClaim(obj, context.Warnings);
}
