using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>
/// A record is written with the empty members that Kubernetes always writes (creationTimestamp: null, status: {}). Applied, they
/// would make their manager own what it never set, so they are taken out.
/// </summary>
internal static class GivenFields
{
    public static TreeObject Of(TreeObject written, Schema schema)
    {
        var given = new TreeObject(written.Count);
        foreach (var (name, value) in written)
        {
            var field = schema.Fields.FirstOrDefault(known => known.Name == name);
            if (field is null)
            {
                given.Append(name, value);
                continue;
            }

            var inner = Inside(value, field.Schema);
            if (field.Presence != Presence.Always || inner is not (TreeNull or TreeObject { Count: 0 }))
                given.Append(name, inner);
        }

        return given;
    }

    private static Tree Inside(Tree value, Schema schema)
    {
        switch (value)
        {
            case TreeObject map when schema is { Kind: SchemaKind.Map, Element: { } element }:
                var members = new TreeObject(map.Count);
                foreach (var (key, item) in map)
                    members.Append(key, Inside(item, element));
                return members;
            case TreeObject obj when schema.Kind == SchemaKind.Object:
                return Of(obj, schema);
            case TreeList list when schema is { Kind: SchemaKind.List, Element: { } element }:
                var items = new TreeList(list.Count);
                foreach (var item in list)
                    items.Add(Inside(item, element));
                return items;
            default:
                return value;
        }
    }
}
