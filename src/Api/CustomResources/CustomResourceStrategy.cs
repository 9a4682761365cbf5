using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources;

/// <summary>One strategy for all custom resources: what holds for them stands in their definition.</summary>
public sealed class CustomResourceStrategy(CustomResourceRules rules) : KindStrategy
{
    private const string Unchecked =
        "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation";

    public override bool AllowUnconditionalUpdate => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        if (rules.HasStatus)
            obj.Remove("status");
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        if (rules.HasStatus && context.Subresource == "status")
            TakeStatusOnly(obj, old);
        else if (rules.HasStatus)
            Keep(obj, old, "status");
        else if (!Tree.Same(obj["status"], old["status"]))
            CountStatus(obj, old);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, null, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) => Validate(obj, old, errors);

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (rules.Warning is { } warning)
            context.Warnings.Add(warning);
    }

    private void Validate(TreeObject obj, TreeObject? old, FieldErrors errors)
    {
        if (rules.Validation is { } schema)
        {
            SchemaValidation.Check(obj, old, schema, null, errors);
            EmbeddedObjects.Check(obj, schema, null, errors);
            if (rules.HasExpressions && !errors.Any)
                RuleEvaluation.Check(obj, old, schema, null, errors);
            else if (rules.HasExpressions)
                errors.Invalid(FieldPath.Root("<nil>"), null, Unchecked);
        }

        if (rules.ReplicasPath is { } path && Find(obj, path) is TreeNumber { Value: < 0 } replicas)
            errors.Invalid(FieldPath.Root(path), replicas, "should be a non-negative integer");
    }

    private static void TakeStatusOnly(TreeObject obj, TreeObject old)
    {
        var status = obj["status"];
        var managers = obj.Object("metadata")?["managedFields"];
        obj.Clear();
        foreach (var (name, value) in old)
            obj.Append(name, value.Clone());
        obj["status"] = status;
        obj.ObjectOrNew("metadata")["managedFields"] = managers;
    }

    /// <summary>Without a path of its own the status is part of what the object wants.</summary>
    private static void CountStatus(TreeObject obj, TreeObject old) =>
        obj.ObjectOrNew("metadata").Set("generation", (old.Object("metadata")?.Whole("generation") ?? 0) + 1);

    private static Tree? Find(TreeObject obj, string path)
    {
        Tree? at = obj;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            at = (at as TreeObject)?[name];
        return at;
    }
}
