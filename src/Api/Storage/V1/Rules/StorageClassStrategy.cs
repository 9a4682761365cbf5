using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Storage.V1.Rules;

/// <summary>Volumes are made by the parameters of their class, so those cannot change.</summary>
internal sealed class StorageClassStrategy : KindStrategy
{
    private static readonly string[] Fixed = ["parameters", "provisioner", "reclaimPolicy"];

    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        StorageClassValidation.Validate(RecordBinder.Read<StorageClass>(obj), errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        StorageClassValidation.Validate(RecordBinder.Read<StorageClass>(obj), errors);
        foreach (var member in Fixed)
        {
            if (!Tree.Same(NonZero(obj[member]), NonZero(old[member])))
                errors.Forbidden(FieldPath.Root(member), $"updates to {member} are forbidden.");
        }

        if (obj.Text("volumeBindingMode") != old.Text("volumeBindingMode"))
            errors.Invalid(FieldPath.Root("volumeBindingMode"), obj.Text("volumeBindingMode"), Wording.Immutable);
    }

    private static Tree? NonZero(Tree? value) => value is { IsZero: false } ? value : null;
}
