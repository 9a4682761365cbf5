using System.Text;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Schemas;

/// <summary>One member of an object schema.</summary>
public sealed class FieldSchema(string name, Schema schema)
{
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public Schema Schema { get; } = schema;

    /// <summary>The protobuf field number; 0: none.</summary>
    public int Number { get; init; }

    /// <summary>
    /// Numbers of the messages that protobuf nests this field in although JSON does not (Go's inlined structs), outermost first.
    /// </summary>
    public IReadOnlyList<int> NestedIn { get; init; } = [];

    public Presence Presence { get; init; }

    /// <summary>Can be absent as opposed to zero; where it is always written, absent is written as null (Go holds it by pointer).</summary>
    public bool Nilable { get; init; }

    public bool Required { get; init; }

    /// <summary>Set where the field is absent when an object is read.</summary>
    public Tree? Default { get; init; }

    /// <summary>The property of the record; null for custom resources.</summary>
    public System.Reflection.PropertyInfo? Property { get; init; }

    /// <summary>The sentence `kubectl explain` prints, where it does not come from the record's comment.</summary>
    public string? Description { get; init; }

    public override string ToString() => Name;
}
