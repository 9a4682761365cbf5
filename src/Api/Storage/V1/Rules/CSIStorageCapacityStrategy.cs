using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Storage.V1.Rules;

internal sealed class CSIStorageCapacityStrategy : KindStrategy
{
    private static readonly string[] Fixed = ["nodeTopology", "storageClassName"];

    public override bool AllowUnconditionalUpdate => false;

    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors, allowInvalidValues: false);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        Validate(obj, errors, LabelSelectorValidation.HasInvalidValue(RecordBinder.Read<CSIStorageCapacity>(old).NodeTopology));
        foreach (var member in Fixed)
        {
            if (!Tree.Same(obj[member], old[member]))
                errors.Invalid(FieldPath.Root(member), obj[member], Wording.Immutable);
        }
    }

    private static void Validate(TreeObject obj, FieldErrors errors, bool allowInvalidValues)
    {
        var record = RecordBinder.Read<CSIStorageCapacity>(obj);
        LabelSelectorValidation.Validate(record.NodeTopology, FieldPath.Root("nodeTopology"), errors, allowInvalidValues);
        var name = record.StorageClassName ?? "";
        errors.Invalid(FieldPath.Root("storageClassName"), name, DnsNames.Subdomain(name));
        ValidateAmount(record.Capacity, "capacity", errors);
        ValidateAmount(record.MaximumVolumeSize, "maximumVolumeSize", errors);
    }

    private static void ValidateAmount(Quantity? amount, string field, FieldErrors errors)
    {
        if (amount is { Sign: < 0 } negative)
            errors.Invalid(FieldPath.Root(field), negative.ToString(), Wording.Negative);
    }
}
