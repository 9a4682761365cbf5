using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CloudletK8s.Api.Yaml;

/// <summary>The parsing events of one document. An alias writes the events of its anchor again, within bounds.</summary>
internal sealed class YamlDocument
{
    // What a document may become through its aliases: far more than any that people write, far less than what hurts.
    private const int LargestJson = 8 << 20;
    private const int MostVisits = 4_000_000;
    private const string ExcessiveAliasing = "yaml: document contains excessive aliasing";
    private readonly List<ParsingEvent> _events = [];
    private readonly Dictionary<AnchorName, int> _anchors = [];
    private int _depth;
    private int _visits;

    private YamlDocument()
    {
    }

    public static YamlDocument Load(ReadOnlySpan<byte> utf8)
    {
        var document = new YamlDocument();
        var parser = new Parser(new Scanner(new StringReader(Encoding.UTF8.GetString(utf8)), skipComments: true));
        var documents = 0;
        var depth = 0;
        while (MoveNext(parser))
        {
            var next = parser.Current!;
            depth += next.NestingIncrease;
            if (depth > DecodeLimits.Depth)
                throw DecodeException.Syntax("yaml: exceeded max depth");

            if (next is DocumentStart && ++documents > 1)
                throw DecodeException.Syntax($"yaml: line {next.Start.Line}: more than one document");
            if (next is StreamStart or StreamEnd or DocumentStart or DocumentEnd)
                continue;

            document._events.Add(next);
        }

        return document;
    }

    // On some broken texts the parser trips over itself instead of saying what is wrong with them.
    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception confused) when (confused is not (YamlException or OutOfMemoryException))
        {
            throw DecodeException.Syntax($"yaml: line {parser.Current?.End.Line ?? 1}: the text cannot be understood from here on");
        }
    }

    public byte[] ToJson()
    {
        var buffer = JsonBuffer.Take();
        if (_events.Count == 0)
            buffer.Raw("null"u8);
        else
            Value(buffer, 0);
        var json = buffer.Written.ToArray();
        buffer.Return();
        return json;
    }

    /// <returns>Where the next node starts.</returns>
    private int Value(JsonBuffer buffer, int at)
    {
        if (++_depth > DecodeLimits.Depth || buffer.Length > LargestJson)
            throw DecodeException.Syntax(ExcessiveAliasing);
        Visit();

        var node = _events[at];
        if (node is NodeEvent { Anchor.IsEmpty: false } anchored)
            _anchors[anchored.Anchor] = at;

        var next = node switch
        {
            AnchorAlias alias => Alias(buffer, alias, at),
            Scalar scalar => Leaf(buffer, scalar, at),
            SequenceStart => Sequence(buffer, at),
            _ => Mapping(buffer, at),
        };
        _depth--;
        return next;
    }

    private int Alias(JsonBuffer buffer, AnchorAlias alias, int at)
    {
        // An anchor that contains its alias would never end; the depth bound stops it.
        Value(buffer, Target(alias));
        return at + 1;
    }

    private int Target(AnchorAlias alias) => _anchors.TryGetValue(alias.Value, out var target)
        ? target
        : throw DecodeException.Syntax($"yaml: unknown anchor '{alias.Value}' referenced");

    private static int Leaf(JsonBuffer buffer, Scalar scalar, int at)
    {
        switch (Resolve(scalar))
        {
            case null:
                buffer.Text(scalar.Value);
                break;
            case var tree:
                buffer.Raw(JsonTreeWriter.ToUtf8(tree));
                break;
        }

        return at + 1;
    }

    private static Tree? Resolve(Scalar scalar) =>
        scalar.Style is ScalarStyle.Plain or ScalarStyle.Any && (scalar.Tag.IsEmpty || scalar.Tag.Value is not ("tag:yaml.org,2002:str" or "tag:yaml.org,2002:binary" or "!"))
            ? YamlScalars.Resolve(scalar.Value)
            : null;

    private int Sequence(JsonBuffer buffer, int at)
    {
        buffer.Byte((byte)'[');
        var first = true;
        for (at++; _events[at] is not SequenceEnd;)
        {
            Comma(buffer, ref first);
            at = Value(buffer, at);
        }

        buffer.Byte((byte)']');
        return at + 1;
    }

    private int Mapping(JsonBuffer buffer, int at)
    {
        buffer.Byte((byte)'{');
        var first = true;
        var end = Members(buffer, at, taken: null, ref first);
        buffer.Byte((byte)'}');
        return end;
    }

    /// <param name="taken">Keys that are not written again, because the mapping that merges this one has them; null: it merges into none.</param>
    private int Members(JsonBuffer buffer, int at, HashSet<string>? taken, ref bool first)
    {
        HashSet<string>? own = null;
        var merges = new List<int>();
        for (at++; _events[at] is not MappingEnd;)
        {
            Visit();
            var key = _events[at];
            if (key is Scalar { Value: "<<", Style: ScalarStyle.Plain })
            {
                merges.Add(at + 1);
                at = After(at + 1);
                continue;
            }

            var name = Name(key);
            (own ??= []).Add(name);
            if (taken is not null && !taken.Add(name))
            {
                at = After(at + 1);
                continue;
            }

            Comma(buffer, ref first);
            buffer.Text(name);
            buffer.Byte((byte)':');
            at = Value(buffer, at + 1);
        }

        foreach (var merge in merges)
            Merge(buffer, merge, taken ?? own ?? [], ref first);
        return at + 1;
    }

    private void Merge(JsonBuffer buffer, int at, HashSet<string> taken, ref bool first)
    {
        if (++_depth > DecodeLimits.Depth || buffer.Length > LargestJson)
            throw DecodeException.Syntax(ExcessiveAliasing);
        Visit();

        if (_events[at] is AnchorAlias alias)
            at = Target(alias);
        switch (_events[at])
        {
            case MappingStart:
                Members(buffer, at, taken, ref first);
                break;
            case SequenceStart:
                for (at++; _events[at] is not SequenceEnd; at = After(at))
                    Merge(buffer, at, taken, ref first);
                break;
            default:
                throw DecodeException.Syntax("yaml: map merge requires map or sequence of maps as the value");
        }

        _depth--;
    }

    private string Name(ParsingEvent key)
    {
        if (key is AnchorAlias alias)
            key = _events[Target(alias)];
        else if (key is Scalar { Anchor.IsEmpty: false } anchored)
            _anchors[anchored.Anchor] = _events.IndexOf(key);
        if (key is not Scalar scalar)
            throw DecodeException.Syntax($"yaml: line {key.Start.Line}: a key must be a text");

        return Resolve(scalar) switch
        {
            null => scalar.Value,
            TreeNull => throw DecodeException.Syntax($"yaml: line {key.Start.Line}: a key must be a text"),
            var tree => JsonTreeWriter.ToText(tree),
        };
    }

    // Anchors count from where they stand on, also in a part that is passed over.
    private int After(int at)
    {
        var depth = 0;
        do
        {
            Visit();
            if (_events[at] is NodeEvent { Anchor.IsEmpty: false } anchored)
                _anchors[anchored.Anchor] = at;
            depth += _events[at].NestingIncrease;
            at++;
        }
        while (depth > 0);
        return at;
    }

    // Merges can go round for long without writing anything.
    private void Visit()
    {
        if (++_visits > MostVisits)
            throw DecodeException.Syntax(ExcessiveAliasing);
    }

    private static void Comma(JsonBuffer buffer, ref bool first)
    {
        if (!first)
            buffer.Byte((byte)',');
        first = false;
    }
}
