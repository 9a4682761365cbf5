using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Scheduling.V1.Rules;

internal sealed class PriorityClassStrategy : KindStrategy
{
    private const long HighestOfUsers = 1_000_000_000;

    private static readonly Dictionary<string, long> System = new()
    {
        ["system-node-critical"] = 2_000_001_000,
        ["system-cluster-critical"] = 2_000_000_000,
    };

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        ValidateValue(obj, errors);
        var policy = obj.Text("preemptionPolicy");
        if (policy is { Length: 0 })
            errors.Required(FieldPath.Root("preemptionPolicy"));
        else if (policy is not (null or "PreemptLowerPriority" or "Never"))
            errors.NotSupported(FieldPath.Root("preemptionPolicy"), policy, ["PreemptLowerPriority", "Never"]);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (Value(obj) != Value(old))
            errors.Forbidden(FieldPath.Root("value"), "may not be changed in an update.");
        if (obj.Text("preemptionPolicy") != old.Text("preemptionPolicy"))
            errors.Invalid(FieldPath.Root("preemptionPolicy"), obj.Text("preemptionPolicy"), Wording.Immutable);
    }

    private static long Value(TreeObject obj) => obj.Whole("value") ?? 0;

    private static void ValidateValue(TreeObject obj, FieldErrors errors)
    {
        var name = obj.Object("metadata")?.Text("name") ?? "";
        if (!name.StartsWith("system-", StringComparison.Ordinal))
        {
            if (Value(obj) > HighestOfUsers)
                errors.Forbidden(FieldPath.Root("value"), $"maximum allowed value of a user defined priority is {HighestOfUsers}");
        }
        else if (SystemProblem(name, obj) is { } problem)
        {
            errors.Forbidden(
                FieldPath.Root("metadata").Child("name"),
                $"priority class names with 'system-' prefix are reserved for system use only. error: {problem}");
        }
    }

    private static string? SystemProblem(string name, TreeObject obj)
    {
        if (!System.TryGetValue(name, out var value))
            return $"{name} is not a known system priority class";
        if (Value(obj) != value)
            return $"value of {name} PriorityClass must be {value}";
        return obj.Flag("globalDefault") == true ? $"globalDefault of {name} PriorityClass must be false" : null;
    }
}
