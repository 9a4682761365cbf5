using System.Buffers;
using System.Globalization;
using System.Text;

namespace CloudletK8s.Api.Cel.Syntax;

/// <summary>Texts and bytes as they are written in an expression.</summary>
internal static class CelTextLiteral
{
    /// <summary>Stands for 9223372036854775808, which is a number only behind a minus.</summary>
    public static object JustTooLarge { get; } = new();

    /// <returns>A string, or bytes.</returns>
    public static object Read(string literal, int at)
    {
        var prefix = literal.AsSpan(0, literal.AsSpan().IndexOfAny('"', '\''));
        var raw = prefix.ContainsAny('r', 'R');
        var bytes = prefix.ContainsAny('b', 'B');
        var body = literal.AsSpan(prefix.Length);
        var quotes = body.Length >= 6 && body[0] == body[1] && body[1] == body[2] ? 3 : 1;
        body = body[quotes..^quotes];
        if (raw || !body.Contains('\\'))
            return bytes ? Encoding.UTF8.GetBytes(body.ToString()) : body.ToString();

        var output = new ArrayBufferWriter<byte>(body.Length);
        for (var i = 0; i < body.Length;)
            i += body[i] == '\\' ? Escape(body[i..], bytes, output, at) : Plain(body[i..], output);
        return bytes ? output.WrittenSpan.ToArray() : Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static int Plain(ReadOnlySpan<char> text, ArrayBufferWriter<byte> output)
    {
        Rune.DecodeFromUtf16(text, out var rune, out var length);
        Write(rune, output);
        return length;
    }

    private static int Escape(ReadOnlySpan<char> text, bool bytes, ArrayBufferWriter<byte> output, int at)
    {
        var escape = text.Length > 1 ? text[1] : '\0';
        var (digits, style) = escape switch
        {
            'x' or 'X' => (2, NumberStyles.HexNumber),
            'u' => (4, NumberStyles.HexNumber),
            'U' => (8, NumberStyles.HexNumber),
            >= '0' and <= '3' => (3, NumberStyles.None),
            _ => (0, NumberStyles.None),
        };
        if (digits > 0)
            return Coded(text, digits, style, bytes, output, at);

        var character = escape switch
        {
            'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v',
            '\\' or '\'' or '"' or '`' or '?' => escape,
            _ => throw CelSyntaxException.At(at, $"token recognition error at: '{text[0]}{escape}'"),
        };
        Write(new(character), output);
        return 2;
    }

    private static int Coded(ReadOnlySpan<char> text, int digits, NumberStyles style, bool bytes, ArrayBufferWriter<byte> output, int at)
    {
        var start = style == NumberStyles.None ? 1 : 2;
        var code = text.Length >= start + digits ? Code(text.Slice(start, digits), style) : -1;
        if (code < 0 || !(bytes ? code <= byte.MaxValue : Rune.IsValid(code)))
            throw CelSyntaxException.At(at, "invalid unicode code point");

        if (bytes)
            output.Write([(byte)code]);
        else
            Write(new(code), output);
        return start + digits;
    }

    private static int Code(ReadOnlySpan<char> digits, NumberStyles style)
    {
        if (style == NumberStyles.HexNumber)
            return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) ? code : -1;

        var octal = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7')
                return -1;
            octal = (octal * 8) + digit - '0';
        }

        return octal;
    }

    private static void Write(Rune rune, ArrayBufferWriter<byte> output)
    {
        Span<byte> encoded = stackalloc byte[4];
        output.Write(encoded[..rune.EncodeToUtf8(encoded)]);
    }
}
