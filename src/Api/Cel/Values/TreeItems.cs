using System.Collections;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Cel.Values;

/// <summary>A list of the API as an expression sees it.</summary>
internal sealed class TreeItems(TreeList tree, Schema? schema) : IReadOnlyList<object?>
{
    public TreeList Tree { get; } = tree;

    public Schema? Schema { get; } = schema;

    public int Count => Tree.Count;

    public object? this[int index] => TreeValues.From(Tree[index], Schema?.Element);

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
