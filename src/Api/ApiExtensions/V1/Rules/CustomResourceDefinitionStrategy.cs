using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

internal sealed class CustomResourceDefinitionStrategy : KindStrategy
{
    public override bool AllowUnconditionalUpdate => false;

    public override bool ReturnsDeletedObject => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        var status = new TreeObject();
        status.Set("conditions", TreeNull.Instance);
        status.Set("acceptedNames", NoNames());
        status.Set("storedVersions", TreeNull.Instance);
        obj.Set("status", status);
        DefinitionTrees.AddStoredVersion(obj);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        if (context.Subresource == "status")
        {
            Keep(obj, old, "spec");
            return;
        }

        Keep(obj, old, "status");
        DefinitionTrees.AddStoredVersion(obj);
    }

    /// <summary>A definition goes only after its objects: whoever sees the mark removes them, then the finalizer.</summary>
    public override void PrepareForDelete(TreeObject obj, RuleContext context)
    {
        var finalizers = obj.ObjectOrNew("metadata").ListOrNew("finalizers");
        if (!finalizers.Texts().Contains(DefinitionTrees.CleanupFinalizer))
            finalizers.Add(new TreeText(DefinitionTrees.CleanupFinalizer));
        var now = GoTime.Format(context.Now);
        DefinitionTrees.SetCondition(
            obj,
            "Terminating",
            true,
            "InstanceDeletionPending",
            "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon",
            now);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => DefinitionValidation.Check(obj, null, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
            DefinitionNamesValidation.Check(obj.Object("status", "acceptedNames") ?? new(), FieldPath.Root("status").Child("acceptedNames"), errors);
        else
            DefinitionValidation.Check(obj, old, errors);
    }

    private static TreeObject NoNames() => new() { ["plural"] = TreeText.Empty, ["kind"] = TreeText.Empty };
}
