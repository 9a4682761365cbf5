using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>
/// A namespace lives on while it has finalizers in its spec: the one of Kubernetes stands for everything inside it. Only the
/// finalize subresource changes them.
/// </summary>
internal sealed class NamespaceStrategy : KindStrategy
{
    private const string OwnFinalizer = "kubernetes";
    private const string NameLabel = "kubernetes.io/metadata.name";

    public override NameRule NameRule => NameRule.DnsLabel;

    public override bool CountsGeneration => false;

    public override bool HoldsDeletion(TreeObject obj) => obj.Object("spec")?.List("finalizers") is { Count: > 0 };

    public override void PrepareForDelete(TreeObject obj, RuleContext context) => SetPhase(obj, "Terminating");

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        obj.Set("status", new TreeObject());
        SetPhase(obj, "Active");
        var finalizers = obj.ObjectOrNew("spec").ListOrNew("finalizers");
        if (!finalizers.Texts().Contains(OwnFinalizer))
            finalizers.Add(new TreeText(OwnFinalizer));
        LabelWithName(obj);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        LabelWithName(obj);
        if (context.Subresource == "status")
        {
            Keep(obj, old, "spec");
            return;
        }

        Keep(obj, old, "status");
        if (context.Subresource != "finalize")
            obj.ObjectOrNew("spec")["finalizers"] = old.Object("spec")?["finalizers"]?.Clone();
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        ValidateFinalizers(obj, indexed: false, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
            ValidatePhase(obj, errors);
        else
            ValidateFinalizers(obj, context.Subresource == "finalize", errors);
    }

    /// <summary>Selectors find a namespace by this label, so it always tells the truth.</summary>
    internal static void LabelWithName(TreeObject obj)
    {
        if (obj.Object("metadata") is { } metadata && metadata.Text("name") is { Length: > 0 } name)
            metadata.ObjectOrNew("labels").Set(NameLabel, name);
    }

    private static void SetPhase(TreeObject obj, string phase) => obj.ObjectOrNew("status").Set("phase", phase);

    private static void ValidateFinalizers(TreeObject obj, bool indexed, FieldErrors errors)
    {
        var index = 0;
        foreach (var finalizer in obj.Object("spec")?.List("finalizers")?.Texts() ?? [])
        {
            var path = FieldPath.Root("spec").Child("finalizers");
            if (indexed)
                path = path.Index(index++);
            errors.Invalid(path, finalizer, QualifiedNames.Name(finalizer));
            if (!finalizer.Contains('/') && finalizer is not (OwnFinalizer or "orphan" or "foregroundDeletion"))
                errors.Invalid(path, finalizer, "name is neither a standard finalizer name nor is it fully qualified");
        }
    }

    private static void ValidatePhase(TreeObject obj, FieldErrors errors)
    {
        var path = FieldPath.Root("status").Child("Phase");
        var phase = obj.Object("status")?.Text("phase") ?? "";
        var ending = obj.Object("metadata")?["deletionTimestamp"] is TreeText;
        if (!ending && phase != "Active")
            errors.Invalid(path, phase, "may only be 'Active' if `deletionTimestamp` is empty");
        if (ending && phase != "Terminating")
            errors.Invalid(path, phase, "may only be 'Terminating' if `deletionTimestamp` is not empty");
    }
}
