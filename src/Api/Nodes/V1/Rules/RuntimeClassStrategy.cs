using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Nodes.V1.Rules;

internal sealed class RuntimeClassStrategy : KindStrategy
{
    public override bool AllowUnconditionalUpdate => false;

    public override bool CountsGeneration => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        Validate(obj, errors);
        if (obj.Text("handler") != old.Text("handler"))
            errors.Invalid(FieldPath.Root("handler"), obj.Text("handler") ?? "", Wording.Immutable);
    }

    private static void Validate(TreeObject obj, FieldErrors errors)
    {
        var record = RecordBinder.Read<RuntimeClass>(obj);
        var handler = record.Handler ?? "";
        errors.Invalid(FieldPath.Root("handler"), handler, DnsNames.Label(handler));
        if (record.Overhead is { } overhead)
        {
            ResourceValidation.Validate(
                new ResourceRequirements { Limits = overhead.PodFixed }, null, FieldPath.Root("overhead"), allowIndivisibleHugePages: false, errors);
        }

        if (record.Scheduling is not { } scheduling)
            return;

        var path = FieldPath.Root("scheduling");
        Labels.Check(scheduling.NodeSelector, path.Child("nodeSelector"), errors);
        ValidateTolerations(obj, scheduling.Tolerations ?? [], path.Child("tolerations"), errors);
    }

    private static void ValidateTolerations(TreeObject obj, IReadOnlyList<Toleration> tolerations, FieldPath path, FieldErrors errors)
    {
        TolerationValidation.Validate(tolerations, path, errors);
        for (var i = 0; i < tolerations.Count; i++)
        {
            for (var j = i + 1; j < tolerations.Count; j++)
            {
                if (tolerations[i] == tolerations[j])
                    errors.Duplicate(path.Index(j), obj.Object("scheduling")!.List("tolerations")![j]);
            }
        }
    }
}
