using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>
/// Writes what makes up a shape as bytes, so that equal shapes have equal keys: texts with their length, lists with their count,
/// maps in the order of their keys.
/// </summary>
internal sealed class ShapeWriter
{
    private const byte Missing = 0xff;
    private byte[] _buffer = new byte[1024];
    private int _length;

    public ShapeKey Finish()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.AsSpan(0, _length), hash);
        _length = 0;
        return new(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
    }

    public void Whole(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);
        _length += sizeof(long);
    }

    public void Flag(bool value)
    {
        Room(1)[0] = value ? (byte)1 : (byte)0;
        _length++;
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Room(1)[0] = Missing;
            _length++;
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var room = Room(most + 5);
        var written = Encoding.UTF8.GetBytes(text, room[5..]);
        room[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(room[1..], written);
        _length += written + 5;
    }

    public void Texts(IReadOnlyList<string>? texts)
    {
        Whole(texts?.Count ?? -1);
        for (var i = 0; i < (texts?.Count ?? 0); i++)
            Text(texts![i]);
    }

    public void Map(IReadOnlyDictionary<string, string>? map)
    {
        Whole(map?.Count ?? -1);
        if (map is not { Count: > 0 })
            return;

        IEnumerable<KeyValuePair<string, string>> ordered = map.Count == 1 ? map : map.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        foreach (var (key, value) in ordered)
        {
            Text(key);
            Text(value);
        }
    }

    public void Selector(LabelSelector? selector)
    {
        Flag(selector is not null);
        if (selector is null)
            return;

        Map(selector.MatchLabels);
        Whole(selector.MatchExpressions?.Count ?? 0);
        foreach (var expression in selector.MatchExpressions ?? [])
        {
            Text(expression.Key);
            Text(expression.Operator);
            Texts(expression.Values);
        }
    }

    public void Term(NodeSelectorTerm? term)
    {
        Requirements(term?.MatchExpressions);
        Requirements(term?.MatchFields);
    }

    public void Term(PodAffinityTerm? term)
    {
        Selector(term?.LabelSelector);
        Texts(term?.Namespaces);
        Text(term?.TopologyKey);
        Selector(term?.NamespaceSelector);
        Texts(term?.MatchLabelKeys);
        Texts(term?.MismatchLabelKeys);
    }

    private void Requirements(IReadOnlyList<NodeSelectorRequirement>? requirements)
    {
        Whole(requirements?.Count ?? -1);
        foreach (var requirement in requirements ?? [])
        {
            Text(requirement.Key);
            Text(requirement.Operator);
            Texts(requirement.Values);
        }
    }

    private Span<byte> Room(int bytes)
    {
        if (_length + bytes > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
        return _buffer.AsSpan(_length);
    }
}
