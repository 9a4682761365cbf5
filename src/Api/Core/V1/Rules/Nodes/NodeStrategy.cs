using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Nodes;

/// <summary>A node registers itself together with its status.</summary>
internal sealed class NodeStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context) => DropUnsupported(obj, null);

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        DropUnsupported(obj, old);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        NodeValidation.Validate(RecordBinder.Read<Node>(obj), errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var node = RecordBinder.Read<Node>(obj);
        if (context.Subresource != "status")
            NodeValidation.Validate(node, errors);
        NodeUpdateValidation.Validate(node, RecordBinder.Read<Node>(old), errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (obj.Object("spec") is not { } spec)
            return;

        if (spec.Has("configSource"))
            context.Warnings.Add("spec.configSource: the feature is removed");
        if (!string.IsNullOrEmpty(spec.Text("externalID")))
            context.Warnings.Add("spec.externalID: this field is deprecated, and is unused by Kubernetes");
    }

    /// <summary>Configuration of kubelets over the API is gone, features of nodes are off in 1.32: neither is stored anew.</summary>
    private static void DropUnsupported(TreeObject obj, TreeObject? old)
    {
        DropUnlessUsed(obj, old, "spec", "configSource");
        DropUnlessUsed(obj, old, "status", "config");
        DropUnlessUsed(obj, old, "status", "features");
    }

    private static void DropUnlessUsed(TreeObject obj, TreeObject? old, string part, string member)
    {
        if (old?.Object(part)?.Has(member) != true)
            obj.Object(part)?.Remove(member);
    }
}
