using System.Diagnostics.CodeAnalysis;

namespace CloudletK8s.Api.Schemas;

/// <summary>The fields of an object schema, found by text or by the bytes of the wire without making a string.</summary>
internal sealed class FieldTable
{
    private readonly Dictionary<string, FieldSchema> _byText;
    private readonly Dictionary<byte[], FieldSchema>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;

    public FieldTable(IReadOnlyList<FieldSchema> fields)
    {
        InOrder = fields;
        _byText = fields.ToDictionary(field => field.Name);
        _byBytes = fields.ToDictionary(field => field.Utf8Name, Utf8Comparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public IReadOnlyList<FieldSchema> InOrder { get; }

    public FieldSchema? Find(string name) => _byText.GetValueOrDefault(name);

    public FieldSchema? Find(ReadOnlySpan<byte> utf8Name) => _byBytes.TryGetValue(utf8Name, out var field) ? field : null;

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Utf8Comparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        // Field names of one type differ in length, ends and middle; that spreads them well enough and costs next to nothing.
        public int GetHashCode(ReadOnlySpan<byte> alternate) => alternate.Length == 0
            ? 0
            : (alternate.Length << 24) ^ (alternate[0] << 16) ^ (alternate[alternate.Length / 2] << 8) ^ alternate[^1];

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
