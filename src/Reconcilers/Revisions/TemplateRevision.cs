using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Reconcilers.Revisions;

/// <summary>
/// A pod template as a controller revision keeps it: a patch that puts the template back. Members are in alphabetical order, as
/// kubectl writes the patch that it compares with.
/// </summary>
internal static class TemplateRevision
{
    public static TreeObject DataOf(PodTemplateSpec? template)
    {
        var content = Sorted(RecordBinder.Write(template ?? new()));
        content.Set("$patch", "replace");
        content.SortByName();
        var spec = new TreeObject(1);
        spec.Set("template", content);
        var data = new TreeObject(1);
        data.Set("spec", spec);
        return data;
    }

    /// <summary>The template that a revision keeps; null: it keeps something else.</summary>
    public static PodTemplateSpec? TemplateOf(ControllerRevision revision) =>
        (revision.Data as TreeObject)?.Object("spec", "template") is { } content ? RecordBinder.Read<PodTemplateSpec>(content) : null;

    private static TreeObject Sorted(TreeObject obj)
    {
        var sorted = new TreeObject(obj.Count + 1);
        foreach (var (name, value) in obj)
            sorted.Append(name, Sorted(value));
        sorted.SortByName();
        return sorted;
    }

    private static Tree Sorted(Tree value) => value switch
    {
        TreeObject obj => Sorted(obj),
        TreeList list => new TreeList(list.Select(Sorted)),
        _ => value,
    };
}
