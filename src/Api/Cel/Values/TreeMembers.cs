using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Cel.Values;

/// <summary>An object of the API as an expression sees it. With a schema its members have the types that the schema says.</summary>
internal sealed class TreeMembers(TreeObject tree, Schema? schema) : ICelMap
{
    public TreeObject Tree { get; } = tree;

    public Schema? Schema { get; } = schema;

    public int Count => Tree.Count;

    public IEnumerable<object> Keys => Tree.Names;

    public bool TryGet(object key, [MaybeNullWhen(true)] out object? value)
    {
        value = null;
        if (key is not string name || Tree[name] is not { } member)
            return false;

        value = TreeValues.From(member, SchemaOf(name));
        return true;
    }

    private Schema? SchemaOf(string name) => Schema?.Kind == SchemaKind.Map ? Schema.Element : Schema?.Field(name)?.Schema;
}
