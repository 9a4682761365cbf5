using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>JSON text in the making, formatted as Go's encoder does.</summary>
internal sealed class JsonBuffer
{
    private const int LargestKept = 1 << 20;

    // What Go escapes: control characters, quotes, and what could end a script element or a line of JavaScript.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(n => (char)n), '"', '\\', '<', '>', '&', '\u2028', '\u2029']);

    [ThreadStatic]
    private static JsonBuffer? t_spare;

    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public static JsonBuffer Take()
    {
        var spare = t_spare ?? new();
        t_spare = null;
        return spare;
    }

    /// <summary>Hands the buffer back, empty.</summary>
    public void Return()
    {
        Length = 0;
        if (_bytes.Length <= LargestKept)
            t_spare = this;
    }

    public void Byte(byte value)
    {
        if (Length == _bytes.Length)
            Grow(1);
        _bytes[Length++] = value;
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Free(bytes.Length));
        Length += bytes.Length;
    }

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, Free(20), out var length);
        Length += length;
    }

    public void Number(double value)
    {
        Span<char> text = stackalloc char[GoNumber.LongestText];
        foreach (var digit in text[..GoNumber.Format(value, text)])
            Byte((byte)digit);
    }

    public void Text(string text)
    {
        var free = Free((text.Length * 3) + 2);
        free[0] = (byte)'"';
        if (text.AsSpan().IndexOfAny(Escaped) < 0)
        {
            var length = Encoding.UTF8.GetBytes(text, free[1..]);
            free[length + 1] = (byte)'"';
            Length += length + 2;
            return;
        }

        Length++;
        EscapedText(text);
        Byte((byte)'"');
    }

    private void EscapedText(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var run = text.IndexOfAny(Escaped);
            var plain = run < 0 ? text : text[..run];
            Length += Encoding.UTF8.GetBytes(plain, Free(plain.Length * 3));
            if (run < 0)
                return;

            Escape(text[run]);
            text = text[(run + 1)..];
        }
    }

    private void Escape(char value)
    {
        var shortForm = value switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => '\0',
        };
        Byte((byte)'\\');
        if (shortForm != '\0')
        {
            Byte((byte)shortForm);
            return;
        }

        Byte((byte)'u');
        for (var shift = 12; shift >= 0; shift -= 4)
            Byte("0123456789abcdef"u8[(value >> shift) & 15]);
    }

    private Span<byte> Free(int atLeast)
    {
        if (_bytes.Length - Length < atLeast)
            Grow(atLeast);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int by) => Array.Resize(ref _bytes, Math.Max(checked(Length + by), (int)Math.Min(_bytes.Length * 2L, Array.MaxLength)));
}
