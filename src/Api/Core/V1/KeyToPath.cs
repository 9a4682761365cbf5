using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Places the value of one key at a chosen path in a volume.</summary>
public sealed record KeyToPath
{
    /// <summary>Which key of the source to write to a file.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>Relative file location for the key's value. It must not be absolute, start with '..' or contain '..' as an element.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Path { get; init; }

    /// <summary>Optional permission bits of the file, octal 0000 to 0777 or decimal 0 to 511. JSON takes decimal only; the volume's defaultMode is the fallback.</summary>
    [Field(3)]
    public int? Mode { get; init; }
}
