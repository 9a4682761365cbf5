using CloudletK8s.Api.Core.V1.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

internal sealed class PodStrategy : KindStrategy
{
    public override bool ReturnsDeletedObject => true;

    /// <summary>Pods of 1.32 have no generation.</summary>
    public override bool CountsGeneration => false;

    /// <summary>A pod that no node runs, or that has ended, goes at once.</summary>
    public override long GracePeriod(TreeObject obj, long? requested)
    {
        var spec = obj.Object("spec");
        if (string.IsNullOrEmpty(spec?.Text("nodeName")) || obj.Object("status")?.Text("phase") is "Failed" or "Succeeded")
            return 0;

        var seconds = requested ?? spec.Whole("terminationGracePeriodSeconds") ?? 0;
        return seconds < 0 ? 1 : seconds;
    }

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        var spec = obj.ObjectOrNew("spec");
        PodFieldDrops.Apply(spec, null);

        var status = new TreeObject(3);
        status.Set("phase", "Pending");
        obj.Set("status", status);
        if (spec.List("schedulingGates") is { Count: > 0 })
        {
            PodConditions.Set(
                status, "PodScheduled", "False", context.Now, "SchedulingGated", "Scheduling is blocked due to non-empty scheduling gates");
        }

        status.Set("qosClass", PodQuality.Of(spec));
        PodLabelKeys.Apply(obj);
        AppArmorAnnotations.Apply(obj, context);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        switch (context.Subresource)
        {
            case "status":
                Keep(obj, old, "spec");
                PrepareStatus(obj, old);
                return;
            case "ephemeralcontainers":
                EphemeralContainersUpdate.Prepare(obj, old);
                break;
            case "resize":
                PodResize.Prepare(obj, old);
                break;
        }

        Keep(obj, old, "status");
        PodFieldDrops.Apply(obj.Object("spec"), old.Object("spec"));
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => PodValidation.ValidateCreate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        switch (context.Subresource)
        {
            case "status":
                PodStatusValidation.Validate(obj, old, errors);
                break;
            case "ephemeralcontainers":
                EphemeralContainersUpdate.Validate(obj, old, errors);
                break;
            case "resize":
                PodResize.Validate(obj, old, errors);
                break;
            case "binding":
                break;
            default:
                PodUpdateValidation.Validate(obj, old, errors);
                break;
        }
    }

    /// <summary>People make pods; updates come from machines, which read no warnings.</summary>
    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (old is not null)
            return;

        var name = obj.Object("metadata")?.Text("name") ?? "";
        if (DnsNames.Label(name) is { Count: > 0 } messages)
        {
            context.Warnings.Add(
                $"metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [{string.Join(' ', messages)}]");
        }

        PodWarnings.Collect(obj.Object("spec"), obj.Object("metadata"), null, context.Warnings);
    }

    private static void PrepareStatus(TreeObject obj, TreeObject old)
    {
        // Old kubelets garble owners here, and garbage collection depends on them.
        var metadata = obj.ObjectOrNew("metadata");
        metadata["ownerReferences"] = old.Object("metadata")?["ownerReferences"];
        var status = obj.ObjectOrNew("status");
        if (string.IsNullOrEmpty(status.Text("qosClass")))
            status["qosClass"] = old.Object("status")?["qosClass"];
        PodFieldDrops.ApplyToStatus(status);
    }
}
