using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>JSON merge patch (RFC 7386): members replace, nulls remove, objects merge, everything else is taken as it is.</summary>
public static class MergePatch
{
    public static PatchResult Apply(TreeObject original, Tree patch)
    {
        if (patch is not TreeObject changes)
        {
            return PatchResult.Of(PatchError.BadRequest(
                $"error decoding patch: json: cannot unmarshal {GoText.KindOf(patch)} into Go value of type map[string]interface {{}}"));
        }

        var patched = original.CloneObject();
        Merge(patched, changes);
        return PatchResult.Of(patched);
    }

    private static void Merge(TreeObject target, TreeObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is TreeNull)
                target.Remove(name);
            else if (value is TreeObject inner && target[name] is TreeObject existing)
                Merge(existing, inner);
            else
                target.Set(name, WithoutNulls(value));
        }
    }

    /// <summary>
    /// What is new carries no nulls, inside lists neither: the RFC would keep those, but Kubernetes' library does not.
    /// </summary>
    private static Tree WithoutNulls(Tree value)
    {
        switch (value)
        {
            case TreeObject members:
                var kept = new TreeObject(members.Count);
                foreach (var (name, member) in members)
                {
                    if (member is not TreeNull)
                        kept.Append(name, WithoutNulls(member));
                }

                return kept;
            case TreeList items:
                var list = new TreeList(items.Count);
                foreach (var item in items)
                    list.Add(WithoutNulls(item));
                return list;
            default:
                return value;
        }
    }
}
