using System.Buffers;
using System.Text;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>
/// Walks over JSON text token by token. It is stricter in nothing and laxer in nothing than Go's scanner: broken UTF-8 and lone
/// surrogates become replacement characters, everything else that is not JSON is an error. (Utf8JsonReader refuses the former.)
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<byte> EndsRun = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(n => (byte)n), (byte)'"', (byte)'\\']);
    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;
    private int _depth;

    public bool AtEnd() => Peek() == 0 && _at == _json.Length;

    /// <summary>The first byte of the next token, which is not consumed; 0 at the end.</summary>
    public byte Peek()
    {
        while ((uint)_at < (uint)_json.Length)
        {
            var next = _json[_at];
            if (next > ' ' || next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return next;
            _at++;
        }

        return 0;
    }

    public void Open()
    {
        _at++;
        if (++_depth > DecodeLimits.Depth)
            throw DecodeException.Syntax("exceeded max depth");
    }

    public void Close()
    {
        _at++;
        _depth--;
    }

    /// <summary>After an opening bracket or an item: true when another item follows, false when the closing bracket was consumed.</summary>
    public bool Next(byte close, ref bool first)
    {
        var next = Peek();
        if (next == close)
        {
            Close();
            return false;
        }

        if (first)
        {
            first = false;
            return true;
        }

        if (next != ',')
            throw Broken();

        _at++;
        if (Peek() == close)
            throw Broken();
        return true;
    }

    /// <summary>A member's name, unescaped; the colon after it is consumed too.</summary>
    public ReadOnlySpan<byte> Name()
    {
        if (Peek() != '"')
            throw Broken();

        var name = Text();
        if (Peek() != ':')
            throw Broken();

        _at++;
        return name;
    }

    /// <summary>A string's bytes, unescaped: a part of the input, or new memory where there was something to unescape.</summary>
    public ReadOnlySpan<byte> Text()
    {
        var start = ++_at;
        var rest = _json[start..];
        var length = rest.IndexOfAny(EndsRun);
        if (length < 0 || (rest[length] != '"' && rest[length] != '\\'))
            throw Broken();

        if (rest[length] == '"')
        {
            _at = start + length + 1;
            return rest[..length];
        }

        return Unescape(start);
    }

    /// <summary>A number's text, checked to be one.</summary>
    public ReadOnlySpan<byte> Number(out bool whole)
    {
        var start = _at;
        whole = true;
        if (_json[_at] == '-')
            _at++;
        if (At0())
            _at++;
        else
            Digits();

        if (_at < _json.Length && _json[_at] == '.')
        {
            whole = false;
            _at++;
            Digits();
        }

        if (_at < _json.Length && (_json[_at] | 0x20) == 'e')
        {
            whole = false;
            _at++;
            if (_at < _json.Length && _json[_at] is (byte)'+' or (byte)'-')
                _at++;
            Digits();
        }

        return _json[start.._at];
    }

    public void Literal(ReadOnlySpan<byte> literal)
    {
        if (!_json[_at..].StartsWith(literal))
            throw Broken();

        _at += literal.Length;
    }

    /// <summary>Passes over a value, checking that it is one.</summary>
    public void Skip()
    {
        var first = true;
        switch (Peek())
        {
            case (byte)'{':
                Open();
                while (Next((byte)'}', ref first))
                {
                    Name();
                    Skip();
                }

                break;
            case (byte)'[':
                Open();
                while (Next((byte)']', ref first))
                    Skip();
                break;
            case (byte)'"':
                Text();
                break;
            case (byte)'t':
                Literal("true"u8);
                break;
            case (byte)'f':
                Literal("false"u8);
                break;
            case (byte)'n':
                Literal("null"u8);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                Number(out _);
                break;
            default:
                throw Broken();
        }
    }

    /// <summary>The message is made by <see cref="JsonSyntax"/> from the whole text: only it knows Go's words for every case.</summary>
    public static DecodeException Broken() => DecodeException.Syntax("invalid JSON");

    private readonly bool At0() => _at < _json.Length && _json[_at] == '0';

    private void Digits()
    {
        var start = _at;
        while (_at < _json.Length && (uint)(_json[_at] - '0') <= 9)
            _at++;
        if (_at == start)
            throw Broken();
    }

    private byte[] Unescape(int start)
    {
        var unescaped = new ArrayBufferWriter<byte>(64);
        _at = start;
        while (true)
        {
            var rest = _json[_at..];
            var length = rest.IndexOfAny(EndsRun);
            if (length < 0 || (rest[length] != '"' && rest[length] != '\\') || (rest[length] == '\\' && length + 1 == rest.Length))
                throw Broken();

            unescaped.Write(rest[..length]);
            _at += length + 1;
            if (rest[length] == '"')
                return unescaped.WrittenSpan.ToArray();

            EscapeSequence(unescaped);
        }
    }

    private void EscapeSequence(ArrayBufferWriter<byte> unescaped)
    {
        var escape = _json[_at++];
        if (escape == 'u')
        {
            var rune = new Rune(Scalar());
            unescaped.Advance(rune.EncodeToUtf8(unescaped.GetSpan(4)));
            return;
        }

        unescaped.GetSpan(1)[0] = escape switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => escape,
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => throw Broken(),
        };
        unescaped.Advance(1);
    }

    private int Scalar()
    {
        var unit = Hex();
        if (!char.IsSurrogate(unit))
            return unit;

        var back = _at;
        if (char.IsHighSurrogate(unit) && _json[_at..].StartsWith("\\u"u8))
        {
            _at += 2;
            var low = Hex();
            if (char.IsLowSurrogate(low))
                return char.ConvertToUtf32(unit, low);
        }

        _at = back;
        return Rune.ReplacementChar.Value;
    }

    private char Hex()
    {
        if (_at + 4 > _json.Length)
            throw Broken();

        var value = 0;
        foreach (var digit in _json.Slice(_at, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
                throw Broken();
            value = (value << 4) | Convert.ToInt32(((char)digit).ToString(), 16);
        }

        _at += 4;
        return (char)value;
    }
}
