using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>A pod that the scheduler does not see yet may still become choosier about nodes.</summary>
internal static class GatedPodValidation
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private static readonly FieldPath NodeAffinity = PodValidation.Spec.Child("affinity", "nodeAffinity");

    /// <param name="spec">A copy of the new spec, in which what is allowed is set back.</param>
    public static void Validate(TreeObject spec, TreeObject before, FieldErrors errors)
    {
        if (!Tree.Same(spec["nodeSelector"], before["nodeSelector"]))
        {
            ValidateNodeSelector(spec.Object("nodeSelector"), before.Object("nodeSelector"), errors);
            spec["nodeSelector"] = before["nodeSelector"];
        }

        var affinity = spec.Object("affinity", "nodeAffinity");
        var old = before.Object("affinity", "nodeAffinity");
        if (Tree.Same(affinity, old))
            return;

        ValidateNodeAffinity(affinity, old, errors);
        Restore(spec, before, old);
    }

    private static void ValidateNodeSelector(TreeObject? selector, TreeObject? before, FieldErrors errors)
    {
        foreach (var (key, value) in before ?? new TreeObject())
        {
            if (Tree.Same(selector?[key], value))
                continue;

            errors.Invalid(
                PodValidation.Spec.Child("nodeSelector"),
                selector ?? new TreeObject(),
                "only additions to spec.nodeSelector are allowed (no mutations or deletions)");
            return;
        }
    }

    private static void ValidateNodeAffinity(TreeObject? affinity, TreeObject? before, FieldErrors errors)
    {
        if (before?.Object(Required)?.List("nodeSelectorTerms") is not { Count: > 0 } oldTerms)
            return;

        var terms = affinity?.Object(Required)?.List("nodeSelectorTerms") ?? new TreeList();
        var path = NodeAffinity.Child(Required, "nodeSelectorTerms");
        if (terms.Count != oldTerms.Count)
        {
            errors.Invalid(path, terms, "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }

        for (var i = 0; i < terms.Count; i++)
        {
            if (!OnlyAdds((TreeObject)terms[i], (TreeObject)oldTerms[i]))
                errors.Invalid(path.Index(i), terms[i], "only additions are allowed (no mutations or deletions)");
        }
    }

    private static bool OnlyAdds(TreeObject term, TreeObject before)
    {
        var (expressions, oldExpressions) = (term.List("matchExpressions"), before.List("matchExpressions"));
        var (fields, oldFields) = (term.List("matchFields"), before.List("matchFields"));

        // A term without requirements matches nothing, so adding one would let the pod onto more nodes.
        if (oldExpressions is not { Count: > 0 } && oldFields is not { Count: > 0 } && (expressions is { Count: > 0 } || fields is { Count: > 0 }))
            return false;
        return StartsWith(expressions, oldExpressions) && StartsWith(fields, oldFields);
    }

    private static bool StartsWith(TreeList? list, TreeList? start)
    {
        for (var i = 0; i < start?.Count; i++)
        {
            if (list is null || list.Count <= i || !list[i].SameAs(start[i]))
                return false;
        }

        return true;
    }

    private static void Restore(TreeObject spec, TreeObject before, TreeObject? old)
    {
        var affinity = spec.Object("affinity");
        if (affinity is null)
        {
            if (old is null)
                return;
            affinity = new();
            spec.Set("affinity", affinity);
        }

        affinity["nodeAffinity"] = old;
        if (affinity.Count == 0 && !before.Has("affinity"))
            spec.Remove("affinity");
    }
}
