using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Storage.V1.Rules;

/// <summary>What is to be attached where is said once; then only the status moves.</summary>
internal sealed class VolumeAttachmentStrategy : KindStrategy
{
    public override bool AllowUnconditionalUpdate => false;

    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        var status = new TreeObject();
        status.Set("attached", false);
        obj.Set("status", status);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var record = RecordBinder.Read<VolumeAttachment>(obj);
        VolumeAttachmentValidation.Validate(record, errors);
        VolumeAttachmentValidation.ValidateNames(record, errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        VolumeAttachmentValidation.Validate(RecordBinder.Read<VolumeAttachment>(obj), errors);
        if (!Tree.Same(obj["spec"], old["spec"]))
            errors.Invalid(FieldPath.Root("spec"), obj["spec"], Wording.Immutable);
    }
}
