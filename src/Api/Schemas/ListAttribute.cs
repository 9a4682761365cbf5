namespace CloudletK8s.Api.Schemas;

/// <summary>How server-side apply merges a list.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListAttribute(ListMerge merge, params string[] keys) : Attribute
{
    public ListMerge Merge { get; } = merge;

    public IReadOnlyList<string> Keys { get; } = keys;
}
