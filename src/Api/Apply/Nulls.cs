using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// Makes a tree of its own out of a merged one: nulls and empty values of an applied configuration go where Kubernetes' types
/// hold none.
/// </summary>
internal static class Nulls
{
    public static TreeObject Swept(TreeObject members, ApplyType type)
    {
        var swept = new TreeObject(members.Count);
        foreach (var (name, value) in members)
        {
            type.Fields.TryGetValue(name, out var field);
            if (field is { DropsZero: true } && value.IsZero)
                continue;
            if (value is not TreeNull || field is null)
                swept.Append(name, Swept(value, field?.Type ?? type.Element?.Invoke() ?? ApplyType.Opaque));
            else if (field.KeepsNull)
                swept.Append(name, field.Zero is TreeObject zero ? zero.Clone() : value);
        }

        return swept;
    }

    private static Tree Swept(Tree value, ApplyType type)
    {
        switch (value)
        {
            case TreeObject members when type.IsObject:
                return Swept(members, type);
            case TreeList items when type.List is { } form:
                var swept = new TreeList(items.Count);
                var itemType = form.Item();
                foreach (var item in items)
                    swept.Add(Swept(item, itemType));
                return swept;
            default:
                return value.Clone();
        }
    }
}
