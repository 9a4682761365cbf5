using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Storage.V1.Rules;

/// <summary>The drivers of a node come and go; none of them changes.</summary>
internal sealed class CSINodeStrategy : KindStrategy
{
    private const int MaxNodeIdBytes = 192;

    public override bool AllowUnconditionalUpdate => false;

    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        Validate(obj, errors);
        foreach (var before in Drivers(old))
        {
            foreach (var driver in Drivers(obj))
            {
                if (driver.Text("name") == before.Text("name") && !driver.SameAs(before))
                    errors.Invalid(FieldPath.Root("CSINodeDriver"), driver, Wording.Immutable);
            }
        }
    }

    private static IEnumerable<TreeObject> Drivers(TreeObject node) => node.Object("spec")?.List("drivers")?.Objects() ?? [];

    private static void Validate(TreeObject obj, FieldErrors errors)
    {
        var drivers = RecordBinder.Read<CSINode>(obj).Spec?.Drivers ?? [];
        var names = new HashSet<string>();
        for (var i = 0; i < drivers.Count; i++)
            Validate(drivers[i], names, FieldPath.Root("spec").Child("drivers").Index(i), errors);
    }

    private static void Validate(CSINodeDriver driver, HashSet<string> names, FieldPath path, FieldErrors errors)
    {
        var name = driver.Name ?? "";
        var nodeId = driver.NodeID ?? "";
        VolumeSourceValidation.ValidateDriverName(name, path.Child("name"), errors);
        if (nodeId.Length == 0)
            errors.Required(path.Child("nodeID"));
        if (Wording.IsLonger(nodeId, MaxNodeIdBytes))
            errors.Invalid(path.Child("nodeID"), nodeId, $"must be {MaxNodeIdBytes} characters or less");
        if (driver.Allocatable?.Count is < 0 and var count)
            errors.Invalid(path.Child("allocatable"), count, Wording.Negative);
        if (!names.Add(name))
            errors.Duplicate(path.Child("name"), name);

        var keys = new HashSet<string>();
        foreach (var key in driver.TopologyKeys ?? [])
        {
            if (key.Length == 0)
                errors.Required(path);
            if (!keys.Add(key))
                errors.Duplicate(path, key);
            errors.Invalid(path, driver.TopologyKeys, QualifiedNames.Name(key));
        }
    }
}
