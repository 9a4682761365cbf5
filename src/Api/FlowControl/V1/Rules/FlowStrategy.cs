using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.FlowControl.V1.Rules;

/// <summary>What flow schemas and priority levels have in common.</summary>
internal abstract class FlowStrategy : KindStrategy
{
    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var name = obj.Object("metadata")?.Text("name") ?? "";
        ValidateSpec(name, obj, errors);
        if (Mandatory(name) is { } fixedSpec && !fixedSpec.SameAs(obj["spec"]))
            errors.Invalid(FieldPath.Root("spec"), obj["spec"], $"spec of '{name}' must equal the fixed value");
        ValidateConditions(obj, errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
            ValidateConditions(obj, errors);
        else
            ValidateCreate(obj, context, errors);
    }

    protected abstract void ValidateSpec(string name, TreeObject obj, FieldErrors errors);

    protected abstract TreeObject? Mandatory(string name);

    private static void ValidateConditions(TreeObject obj, FieldErrors errors)
    {
        var path = FieldPath.Root("status").Child("conditions");
        var conditions = obj.Object("status")?.List("conditions");
        var seen = new HashSet<string>();
        for (var i = 0; i < conditions?.Count; i++)
        {
            var type = (conditions[i] as TreeObject)?.Text("type") ?? "";
            if (!seen.Add(type))
                errors.Duplicate(path.Index(i).Child("type"), type);
            if (type.Length == 0)
                errors.Required(path.Index(i).Child("type"), "must not be empty");
        }
    }
}
