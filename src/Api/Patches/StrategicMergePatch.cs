using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>
/// Kubernetes' own patch format: like a merge patch, but lists with a merge key are merged item by item, and directives delete,
/// replace and order items. Which lists those are, the schema says; custom resources have none (the caller answers 415).
/// </summary>
public static class StrategicMergePatch
{
    public static PatchResult Apply(TreeObject original, Tree patch, Schema schema)
    {
        if (patch is not TreeObject changes)
        {
            return PatchResult.Of(PatchError.BadRequest(
                $"json: cannot unmarshal {GoText.KindOf(patch)} into Go value of type map[string]interface {{}}"));
        }

        try
        {
            // Directives are struck out of the patch as they are followed, hence the second copy.
            return PatchResult.Of(Merge(original.CloneObject(), changes.CloneObject(), schema));
        }
        catch (PatchFailedException failure)
        {
            return PatchResult.Of(failure.Error);
        }
    }

    /// <summary>Merges the patch into the object, which is changed, and returns what stands in its place.</summary>
    internal static TreeObject Merge(TreeObject target, TreeObject patch, Schema? schema)
    {
        if (patch[Directives.Marker] is { } directive)
            return Replacement(directive, patch);

        RetainKeys(target, patch);
        ListOrders.Apply(target, patch, schema);
        foreach (var (name, value) in patch)
        {
            if (Directives.IsDeleteFromList(name))
                DeleteFromList(target, Directives.ListOf(name), value);
            else if (value is TreeNull)
                target.Remove(name);
            else
                target[name] = Merged(target[name], value, FieldOf(schema, name), name);
        }

        return target;
    }

    internal static Schema? FieldOf(Schema? schema, string name) => schema?.Kind switch
    {
        SchemaKind.Map => schema.Element,
        SchemaKind.Either => FieldOf(schema.Element, name),
        _ => schema?.Field(name)?.Schema,
    };

    private static TreeObject Replacement(Tree directive, TreeObject patch)
    {
        switch ((directive as TreeText)?.Value)
        {
            case Directives.Replace:
                patch.Remove(Directives.Marker);
                return patch;
            case Directives.Delete:
                return new TreeObject();
            default:
                throw Directives.UnknownType(directive, patch);
        }
    }

    private static Tree? Merged(Tree? existing, Tree value, Schema? schema, string name) => (existing, value) switch
    {
        (TreeObject target, TreeObject patch) => Merge(target, patch, schema),
        (TreeList target, TreeList patch) => schema is { PatchMerge: true } ? StrategicLists.Merge(target, patch, schema, name) : patch,
        _ => Directives.Without(value),
    };

    private static void DeleteFromList(TreeObject target, string name, Tree value)
    {
        if (value is TreeNull)
            target.Remove(name);
        else if (target[name] is TreeList items && value is TreeList gone)
            StrategicLists.Delete(items, gone, name);
    }

    /// <summary>Members that the patch does not list are dropped: what a union must do when its discriminator changes.</summary>
    private static void RetainKeys(TreeObject target, TreeObject patch)
    {
        if (patch[Directives.RetainKeys] is not { } listed)
            return;

        patch.Remove(Directives.RetainKeys);
        if (listed is not TreeList list)
            throw Directives.Bad("invalid patch format of retainKeys");

        var retained = list.Texts().ToHashSet();
        foreach (var (name, value) in patch)
        {
            if (value is not TreeNull && !Directives.IsDeleteFromList(name) && !Directives.IsElementOrder(name) && !retained.Contains(name))
                throw Directives.Bad("invalid patch format of retainKeys");
        }

        foreach (var name in target.Names.ToList())
        {
            if (!retained.Contains(name))
                target.Remove(name);
        }
    }
}
