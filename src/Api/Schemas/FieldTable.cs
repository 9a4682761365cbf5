namespace CloudletK8s.Api.Schemas;

/// <summary>The fields of an object schema, found by text or by the bytes of the wire without making a string.</summary>
internal sealed class FieldTable
{
    private readonly Dictionary<string, FieldSchema> _byText;
    
    // Open addressing; one more than the field's place, 0 where there is none.
    private readonly int[] _byBytes;

    public FieldTable(IReadOnlyList<FieldSchema> fields)
    {
        InOrder = [.. fields];
        _byText = fields.ToDictionary(field => field.Name);
        _byBytes = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(fields.Count * 2) + 1)];
        for (var i = 0; i < InOrder.Length; i++)
        {
            var at = Slot(InOrder[i].Utf8Name);
            while (_byBytes[at] != 0)
                at = (at + 1) & (_byBytes.Length - 1);
            _byBytes[at] = i + 1;
        }

        Always = [.. InOrder.Where(field => field.Presence == Presence.Always)];
    }

    /// <summary>How protobuf arranges the fields; made when it is first needed.</summary>
    public Protobuf.ProtobufLayout Layout => field ??= Protobuf.ProtobufLayout.Of(InOrder);

    public static FieldTable Empty { get; } = new([]);

    public FieldSchema[] InOrder { get; }

    /// <summary>The fields that are written even when absent.</summary>
    public FieldSchema[] Always { get; }

    public FieldSchema? Find(string name) => _byText.GetValueOrDefault(name);

    public FieldSchema? Find(ReadOnlySpan<byte> utf8Name)
    {
        var at = IndexOf(utf8Name);
        return at < 0 ? null : InOrder[at];
    }

    /// <summary>The field's place in <see cref="InOrder"/>, or -1.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8Name)
    {
        for (var at = Slot(utf8Name); _byBytes[at] != 0; at = (at + 1) & (_byBytes.Length - 1))
        {
            if (utf8Name.SequenceEqual(InOrder[_byBytes[at] - 1].Utf8Name))
                return _byBytes[at] - 1;
        }

        return -1;
    }

    // Field names of one type differ in length, ends and middle; that spreads them well enough and costs next to nothing.
    private int Slot(ReadOnlySpan<byte> name)
    {
        if (name.Length == 0)
            return 0;

        var mixed = (uint)((name.Length << 21) ^ (name[0] << 14) ^ (name[name.Length / 2] << 7) ^ name[^1]);
        return (int)((mixed * 2654435769u) >> 16) & (_byBytes.Length - 1);
    }
}
