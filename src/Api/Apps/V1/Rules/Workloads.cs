using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

/// <summary>Steps that the strategies of the workload kinds share.</summary>
internal static class Workloads
{
    public static readonly FieldPath SpecPath = FieldPath.Root("spec");
    public static readonly FieldPath StatusPath = FieldPath.Root("status");

    public static T Spec<T>(TreeObject obj)
        where T : class, new() => Read<T>(obj, "spec");

    public static T Status<T>(TreeObject obj)
        where T : class, new() => Read<T>(obj, "status");

    public static void PrepareTemplate(TreeObject obj, TreeObject? old) => PodTemplates.Prepare(obj.Object("spec", "template"), old?.Object("spec", "template"));

    /// <summary>Controllers that write a status from an older copy must not undo a change of labels.</summary>
    public static void KeepLabels(TreeObject obj, TreeObject old) => obj.ObjectOrNew("metadata")["labels"] = old.Object("metadata", "labels")?.Clone();

    public static void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (old is null)
            WarnOfName(obj, context);
        if (old is null || !Tree.Same(obj["spec"], old["spec"]))
            PodTemplates.Warn(obj.Object("spec", "template"), SpecPath.Child("template"), context);
    }

    public static void WarnOfName(TreeObject obj, RuleContext context)
    {
        if (DnsNames.Label(obj.Object("metadata")?.Text("name") ?? "") is { Count: > 0 } wrong)
            context.Warnings.Add(PodTemplates.NameWarning + "[" + string.Join(" ", wrong) + "]");
    }

    private static T Read<T>(TreeObject obj, string member)
        where T : class, new() => obj.Object(member) is { } tree ? RecordBinder.Read<T>(tree) : new();
}
