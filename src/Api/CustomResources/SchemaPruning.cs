using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources;

/// <summary>Takes out of an object what its schema does not name: objects that were stored under an older schema, and defaults.</summary>
public static class SchemaPruning
{
    public static void Prune(Tree tree, Schema schema) => Prune(tree, schema, kept: false);

    // Within a part that keeps unknown fields, parts that are described are pruned by their own description only.
    private static void Prune(Tree tree, Schema schema, bool kept)
    {
        switch (tree)
        {
            case TreeObject map when schema.Kind == SchemaKind.Map:
                foreach (var (_, value) in map)
                    Prune(value, schema.Element!, kept: false);
                break;
            case TreeObject obj when schema.Kind == SchemaKind.Object && schema.Record is null:
                PruneObject(obj, schema, kept || schema.PreserveUnknown);
                break;
            case TreeList list when schema.Element is { } element:
                foreach (var item in list)
                    Prune(item, element, kept: false);
                break;
        }
    }

    private static void PruneObject(TreeObject obj, Schema schema, bool kept)
    {
        List<string>? unknown = null;
        foreach (var (name, value) in obj)
        {
            if (schema.Field(name) is { } field)
                Prune(value, field.Schema, kept: false);
            else if (!kept)
                (unknown ??= []).Add(name);
        }

        foreach (var name in unknown ?? [])
            obj.Remove(name);
    }
}
