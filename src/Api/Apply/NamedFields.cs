namespace CloudletK8s.Api.Apply;

/// <summary>Sets of leaves seen as sets of the objects around them too.</summary>
internal static class NamedFields
{
    /// <summary>The set with every named field in it that has members below: who owns "spec.replicas" then also owns "spec".</summary>
    public static FieldSet WithParents(FieldSet set, ApplyType? type)
    {
        var result = new FieldSet(set.Entries.Count);
        foreach (var (element, isMember, children) in set.Entries)
        {
            var below = Below(element, type, out var isNamed);
            var deeper = children is null ? null : WithParents(children, below);
            result.Append(element, isMember || (isNamed && children is not null), deeper);
        }

        return result;
    }

    public static ApplyType? Below(PathElement element, ApplyType? type, out bool isNamed)
    {
        isNamed = false;
        if (!element.IsField)
            return element.IsKey ? type?.List?.Item() : null;
        if (type is null || !type.Fields.TryGetValue(element.Name, out var field))
            return type?.Element?.Invoke();

        isNamed = true;
        return field.Type;
    }
}
