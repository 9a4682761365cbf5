using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>
/// Addresses and node ports are given out after validation by whoever keeps the ranges; Prepare makes sure that the families to
/// give addresses of are known by then.
/// </summary>
internal sealed class ServiceStrategy : KindStrategy
{
    public override NameRule NameRule => NameRule.Dns1035Label;

    public override bool AllowCreateOnUpdate => true;

    public override bool ReturnsDeletedObject => true;

    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        var status = new TreeObject();
        status.Set("loadBalancer", new TreeObject());
        obj.Set("status", status);
        var spec = obj.ObjectOrNew("spec");
        ServiceLinkedFields.LinkClusterIPs(spec, null);
        ServiceIPFamilies.Initialize(spec, null, context.IPFamilies, new());
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource == "status")
            return;

        var spec = obj.ObjectOrNew("spec");
        var before = old.Object("spec") ?? new();
        ServiceLinkedFields.KeepAllocated(spec, before);
        ServiceLinkedFields.LinkClusterIPs(spec, before);
        ServiceLinkedFields.DropOfOtherType(spec, before);
        ServiceIPFamilies.Initialize(spec, before, context.IPFamilies, new());
        if (spec.Text("type") != "LoadBalancer" && obj.Object("status") is { } status)
            status.Set("loadBalancer", new TreeObject());
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        if (HasFamilies(obj, null, context, errors))
            ServiceValidation.Validate(RecordBinder.Read<Service>(obj), errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource != "status" && !HasFamilies(obj, old.Object("spec") ?? new(), context, errors))
            return;

        var service = RecordBinder.Read<Service>(obj);
        if (context.Subresource == "status")
        {
            LoadBalancerStatusValidation.Validate(
                service.Status?.LoadBalancer, service.Spec ?? new(), FieldPath.Root("status").Child("loadBalancer"), errors);
            return;
        }

        ServiceChangeValidation.Validate(service.Spec ?? new(), RecordBinder.Read<Service>(old).Spec ?? new(), errors);
        ServiceValidation.Validate(service, errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context) => ServiceWarnings.Collect(obj, context.Warnings);

    /// <summary>Preparing again on a copy tells what it could not put right; Kubernetes reports that alone.</summary>
    private static bool HasFamilies(TreeObject obj, TreeObject? old, RuleContext context, FieldErrors errors)
    {
        var before = errors.All.Count;
        ServiceIPFamilies.Initialize(obj.Object("spec")?.CloneObject() ?? new(), old, context.IPFamilies, errors);
        return errors.All.Count == before;
    }
}
