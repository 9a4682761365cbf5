using System.Text;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// The annotation of client-side apply. Who moves to server-side apply with kubectl meets no conflicts on fields that the
/// annotation shows to be theirs, and the annotation stays up to date for who moves back.
/// </summary>
internal static class LastApplied
{
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>The only manager that is treated so.</summary>
    public const string Manager = "kubectl";

    private const int LongestAnnotations = 256 * 1024;

    /// <summary>The fields that were applied by the client and still are as it wanted.</summary>
    public static FieldSet AllowedConflicts(TreeObject live, ApplyType type, string apiVersion)
    {
        if (TextIn(live) is not { Length: > 0 } text || GoJson.Parse(text) is not TreeObject applied)
            return FieldSet.Empty;
        if (applied.Text("apiVersion") != apiVersion || ConfigCheck.Errors(applied, type).Count > 0)
            return FieldSet.Empty;

        var diff = FieldDiff.Of(applied, live, type);
        return FieldSetBuilder.Of(applied, type).Difference(diff.Taken).Difference(diff.Removed);
    }

    /// <summary>Writes the configuration into the annotation, if the object has it.</summary>
    public static void Refresh(TreeObject obj, TreeObject config)
    {
        if (TextIn(obj) is not { Length: > 0 })
            return;

        var plain = config.CloneObject();
        plain.Object("metadata", "annotations")?.Remove(Annotation);
        var text = new StringBuilder();
        GoJson.Append(text, plain);
        var annotations = obj.Object("metadata", "annotations")!;
        annotations.Set(Annotation, text.Append('\n').ToString());
        if (annotations.Sum(entry => entry.Key.Length + Encoding.UTF8.GetByteCount(entry.Value.ToString()!)) > LongestAnnotations)
            annotations.Remove(Annotation);
    }

    private static string? TextIn(TreeObject obj) => obj.Object("metadata", "annotations")?.Text(Annotation);
}
