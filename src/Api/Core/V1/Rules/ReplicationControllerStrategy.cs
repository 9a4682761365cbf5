using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal sealed class ReplicationControllerStrategy : KindStrategy
{
    public override bool OrphansDependents => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        var status = new TreeObject(1);
        status.Set("replicas", 0);
        obj.Set("status", status);
        PodFieldDrops.Apply(obj.Object("spec", "template")?.Object("spec"), null);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource.Length == 0)
            PodFieldDrops.Apply(obj.Object("spec", "template")?.Object("spec"), old.Object("spec", "template")?.Object("spec"));
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        ReplicationControllerValidation.Validate(RecordBinder.Read<ReplicationController>(obj), null, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var controller = RecordBinder.Read<ReplicationController>(obj);
        if (context.Subresource == "status")
            ReplicationControllerValidation.ValidateStatus(controller.Status ?? new(), errors);
        else
            ReplicationControllerValidation.Validate(controller, RecordBinder.Read<ReplicationController>(old), errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (context.Subresource == "status")
            return;

        var name = obj.Object("metadata")?.Text("name") ?? "";
        if (old is null && DnsNames.Label(name) is { Count: > 0 } messages)
        {
            context.Warnings.Add(
                $"metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [{string.Join(' ', messages)}]");
        }

        var template = obj.Object("spec", "template");
        if (old is null || !Tree.Same(template, old.Object("spec", "template")))
            PodWarnings.Collect(template?.Object("spec"), template?.Object("metadata"), "spec.template", context.Warnings);
    }
}
