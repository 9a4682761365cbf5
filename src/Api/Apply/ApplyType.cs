using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// A schema as field ownership sees it. A type may allow several forms (a custom resource's free-form value is a scalar, a list or
/// an object); which one holds, the value tells.
/// </summary>
internal sealed class ApplyType
{
    private static readonly Dictionary<string, ApplyField> NoFields = [];

    public ScalarForm Scalar { get; init; }

    public ListForm? List { get; init; }

    public bool IsObject { get; init; }

    /// <summary>The object or map is owned as a whole.</summary>
    public bool IsAtomic { get; init; }

    /// <summary>Of keys that are no named field; null: there may be none.</summary>
    public Func<ApplyType>? Element { get; init; }

    public Dictionary<string, ApplyField> Fields { get; init; } = NoFields;

    /// <summary>The fields that have a value even when the object does not hold them.</summary>
    public KeyValuePair<string, ApplyField>[] Always { get; init; } = [];

    /// <summary>The keys are data (labels), not fields: each of them is owned.</summary>
    public bool IsMap => IsObject && Fields.Count == 0;

    /// <summary>Nothing is known of the type but that it is JSON.</summary>
    public bool IsDeduced { get; init; }

    /// <summary>The parts of a value that the schema leaves open: objects by member, everything else as a whole.</summary>
    public static ApplyType Deduced { get; } = new()
    {
        Scalar = ScalarForm.Any,
        List = ListForm.Whole,
        IsObject = true,
        IsDeduced = true,
        Element = static () => Deduced!,
    };

    /// <summary>A value that is one thing whatever it holds (a raw extension, a quantity).</summary>
    public static ApplyType Opaque { get; } = new() { Scalar = ScalarForm.Opaque };

    public static ApplyType Of(Schema schema) => ApplyTypes.Of(schema);

    public ApplyType? TypeOf(string name) => Fields.TryGetValue(name, out var field) ? field.Type : Element?.Invoke();
}
