using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>Takes fields, items and entries out of an object, and what is left empty by that. The result shares what stays.</summary>
public static class TypedRemoval
{
    public static TreeObject Remove(TreeObject obj, FieldSet fields, Schema schema) => Remove(obj, fields, ApplyType.Of(schema));

    internal static TreeObject Remove(TreeObject obj, FieldSet fields, ApplyType type) =>
        fields.IsEmpty ? obj : RemoveFrom(obj, fields, type) as TreeObject ?? new TreeObject();

    private static Tree? RemoveFrom(Tree value, FieldSet fields, ApplyType type) => value switch
    {
        TreeObject members when type.IsObject => type.IsAtomic ? null : FromObject(members, fields, type),
        TreeList items when type.List is { } form => form.IsAtomic ? null : FromList(items, fields, form),
        _ => value,
    };

    private static TreeObject? FromObject(TreeObject members, FieldSet fields, ApplyType type)
    {
        var left = new TreeObject(members.Count);
        foreach (var (name, value) in members)
        {
            var named = type.Fields.TryGetValue(name, out var field);
            if (!fields.TryFind(named ? field!.Element : PathElement.OfField(name), out var entry))
                left.Append(name, value);
            else if (!entry.IsMember && RemoveFrom(value, entry.Children!, type.TypeOf(name) ?? ApplyType.Opaque) is { } rest)
                left.Append(name, rest);
        }

        return left.Count == 0 ? null : left;
    }

    private static TreeList? FromList(TreeList items, FieldSet fields, ListForm form)
    {
        var left = new TreeList(items.Count);
        var itemType = form.Item();
        foreach (var item in items)
        {
            if (!fields.TryFind(form.ElementOf(item), out var entry))
                left.Add(item);
            else if (!entry.IsMember && RemoveFrom(item, entry.Children!, itemType) is { } rest)
                left.Add(rest);
        }

        return left.Count == 0 ? null : left;
    }
}
