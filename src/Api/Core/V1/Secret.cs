using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Stores sensitive values, such as passwords or keys, of a certain type. All values together must stay below MaxSecretSize bytes.</summary>
[Kind("v1", "secrets")]
public sealed record Secret : IApiObject
{
    /// <summary>Standard object metadata such as name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Set to true to lock the stored data, leaving only metadata editable. Unset by default, so changes are allowed.</summary>
    [Field(5)]
    public bool? Immutable { get; init; }

    /// <summary>Secret values, base64 encoded when serialized. Keys may contain alphanumeric characters, '-', '_' and '.'.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, byte[]>? Data { get; init; }

    /// <summary>Write-only convenience for plain text values. They are merged into data on write, overwriting existing keys, and never returned when reading.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, string>? StringData { get; init; }

    /// <summary>Tells programs what sort of secret this is and how to handle it.</summary>
    [Field(3)]
    [Default("Opaque")]
    public string? Type { get; init; }
}
