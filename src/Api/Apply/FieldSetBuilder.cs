using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>The fields that an applied configuration names: leaves, items of lists and entries of maps.</summary>
public static class FieldSetBuilder
{
    public static FieldSet Of(TreeObject config, Schema schema) => Of(config, ApplyType.Of(schema));

    internal static FieldSet Of(TreeObject config, ApplyType type) => ObjectSet(config, type);

    private static FieldSet ObjectSet(TreeObject members, ApplyType type)
    {
        var set = new FieldSet(members.Count);
        foreach (var (name, value) in members)
        {
            var named = type.Fields.TryGetValue(name, out var field);
            if ((named ? field!.Type : type.Element?.Invoke()) is not { } valueType)
                continue;

            var element = named ? field!.Element : PathElement.OfField(name);
            var isEmpty = value is TreeNull or TreeObject { Count: 0 };
            set.Add(element, !named || isEmpty || IsLeaf(value, valueType), Below(value, valueType));
        }

        return set;
    }

    private static bool IsLeaf(Tree value, ApplyType type) => value switch
    {
        TreeObject when type.IsObject => type.IsAtomic,
        TreeList when type.List is { } list => list.IsAtomic,
        _ => true,
    };

    private static FieldSet? Below(Tree value, ApplyType type)
    {
        if (IsLeaf(value, type))
            return null;
        return value is TreeObject members ? ObjectSet(members, type) : ListSet((TreeList)value, type.List!);
    }

    private static FieldSet ListSet(TreeList items, ListForm form)
    {
        var set = new FieldSet(items.Count);
        var index = new ListIndex(items, form);
        var itemType = form.Item();
        for (var i = 0; i < items.Count; i++)
        {
            if (index.IsFirst(i))
                set.Add(index[i], true, index.IsRepeated(i) ? null : Below(items[i], itemType));
        }

        return set;
    }
}
