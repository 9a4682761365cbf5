using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>The texts that a field may hold, read from its schema.</summary>
public sealed class EnumField
{
    private readonly Lazy<string[]> _values;

    private EnumField(Func<string[]> values) => _values = new(values);

    /// <summary>In the order that errors list them.</summary>
    public IReadOnlyList<string> Values => _values.Value;

    /// <summary>Errors list the values sorted.</summary>
    public static EnumField Of<TRecord>(string name) => new(() => [.. Declared<TRecord>(name).Order(StringComparer.Ordinal)]);

    /// <summary>Errors list the values as they are declared.</summary>
    public static EnumField AsDeclared<TRecord>(string name) => new(() => [.. Declared<TRecord>(name)]);

    /// <summary>Where the schema has no list, or errors list it in another order.</summary>
    public static EnumField OfTexts(params string[] values) => new(() => values);

    private static IReadOnlyList<string> Declared<TRecord>(string name)
    {
        var field = RecordSchemas.Of<TRecord>().Field(name)
            ?? throw new ArgumentException($"{typeof(TRecord).Name} has no field {name}", nameof(name));
        var values = field.Schema.Kind == SchemaKind.List ? field.Schema.Element!.Enum : field.Schema.Enum;
        return values.Count > 0 ? values : throw new ArgumentException($"{typeof(TRecord).Name}.{name} is no enum", nameof(name));
    }

    public bool Has(string? value)
    {
        foreach (var known in _values.Value)
        {
            if (known == value)
                return true;
        }

        return false;
    }

    /// <summary>The text must be one of the values; none at all counts as "".</summary>
    public void Check(string? value, FieldPath parent, string name, FieldErrors errors)
    {
        if (!Has(value ?? ""))
            errors.NotSupported(parent.Child(name), value ?? "", Values);
    }

    /// <summary>As <see cref="Check"/>, but an absent text is called missing.</summary>
    public void CheckRequired(string? value, FieldPath parent, string name, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
            errors.Required(parent.Child(name));
        else
            Check(value, parent, name, errors);
    }

    /// <summary>As <see cref="Check"/>, but an absent text is fine.</summary>
    public void CheckOptional(string? value, FieldPath parent, string name, FieldErrors errors)
    {
        if (value is not null)
            Check(value, parent, name, errors);
    }
}
