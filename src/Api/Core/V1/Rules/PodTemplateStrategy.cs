using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal sealed class PodTemplateStrategy : KindStrategy
{
    private static readonly FieldPath Template = FieldPath.Root("template");

    public override bool ReturnsDeletedObject => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context) =>
        PodFieldDrops.Apply(obj.Object("template")?.Object("spec"), null);

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context) =>
        PodFieldDrops.Apply(obj.Object("template")?.Object("spec"), old.Object("template")?.Object("spec"));

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        PodTemplateSpecValidation.Validate(RecordBinder.Read<PodTemplate>(obj).Template ?? new(), Template, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) =>
        PodTemplateSpecValidation.Validate(
            RecordBinder.Read<PodTemplate>(obj).Template ?? new(), Template, errors, RecordBinder.Read<PodTemplate>(old).Template);

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        var template = obj.Object("template");
        PodWarnings.Collect(template?.Object("spec"), template?.Object("metadata"), "template", context.Warnings);
    }
}
