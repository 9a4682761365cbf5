using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Autoscaling.V1.Rules;

/// <summary>An object seen as a scale, and a scale written back to its object.</summary>
public static class ScaleMapping
{
    private static readonly string[] SharedMetadata = ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"];

    /// <summary>Null when the object does not say how many replicas it wants: then it cannot be scaled.</summary>
    public static TreeObject? ToScale(TreeObject obj, ScalePaths paths)
    {
        if (Find(obj, paths.SpecReplicas) is not TreeNumber replicas)
            return null;

        var metadata = new TreeObject();
        foreach (var name in SharedMetadata)
            metadata[name] = obj.Object("metadata")?[name];

        var spec = new TreeObject();
        if (!replicas.IsZero)
            spec.Set("replicas", replicas);

        var status = new TreeObject();
        status.Set("replicas", Find(obj, paths.StatusReplicas) as TreeNumber ?? TreeNumber.Of(0));
        if (paths.Selector is not null && SelectorText.Of(Find(obj, paths.Selector)) is { Length: > 0 } selector)
            status.Set("selector", selector);

        var scale = new TreeObject();
        scale.Set("kind", "Scale");
        scale.Set("apiVersion", "autoscaling/v1");
        scale.Set("metadata", metadata);
        scale.Set("spec", spec);
        scale.Set("status", status);
        return scale;
    }

    /// <summary>A copy of the object with the replicas that the scale asks for, at the resource version that the scale was read at.</summary>
    public static TreeObject Apply(TreeObject scale, TreeObject obj, ScalePaths paths)
    {
        var result = obj.CloneObject();
        Set(result, paths.SpecReplicas, TreeNumber.Of(scale.Object("spec")?.Whole("replicas") ?? 0));
        result.ObjectOrNew("metadata")["resourceVersion"] = scale.Object("metadata")?["resourceVersion"];
        return result;
    }

    public static void Validate(TreeObject scale, FieldErrors errors) =>
        Numbers.NonNegative(scale.Object("spec")?.Whole("replicas"), FieldPath.Root("spec"), "replicas", errors);

    /// <summary>A scale that names a uid means that object and no later one of the same name.</summary>
    public static bool IsOf(TreeObject scale, TreeObject obj) =>
        scale.Object("metadata")?.Text("uid") is not { Length: > 0 } uid || uid == obj.Object("metadata")?.Text("uid");

    private static Tree? Find(TreeObject obj, string path)
    {
        Tree? found = obj;
        foreach (var name in Names(path))
            found = (found as TreeObject)?[name];
        return found;
    }

    private static void Set(TreeObject obj, string path, Tree value)
    {
        var names = Names(path);
        foreach (var name in names.AsSpan(..^1))
            obj = obj.ObjectOrNew(name);
        obj.Set(names[^1], value);
    }

    private static string[] Names(string path) => path.Split('.', StringSplitOptions.RemoveEmptyEntries);
}
