using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Trees;

/// <summary>Texts that stand for values: read, checked, and put into the form that Kubernetes writes.</summary>
internal static class ScalarText
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    public static Tree Read(SchemaKind kind, ReadOnlySpan<byte> utf8) => kind switch
    {
        SchemaKind.Time => Time(utf8),
        SchemaKind.MicroTime => MicroTime(utf8),
        SchemaKind.Duration => Duration(utf8),
        SchemaKind.Quantity => Quantity(utf8),
        SchemaKind.Bytes => Bytes(utf8),
        _ => TextCache.Get(utf8),
    };

    public static TreeText Quantity(ReadOnlySpan<byte> utf8)
    {
        if (IsPlainQuantity(utf8))
            return TextCache.Get(utf8);

        var text = Encoding.UTF8.GetString(utf8).Trim();
        if (!Values.Quantity.TryParse(text, out var quantity, out var error))
            throw DecodeException.Type(error);

        return new(quantity.ToString());
    }

    private static Tree Time(ReadOnlySpan<byte> utf8)
    {
        if (GoTime.IsCanonical(utf8))
            return TextCache.Get(utf8);

        var time = GoTime.TryParse(Encoding.UTF8.GetString(utf8), out var parsed, out var error) ? parsed : throw DecodeException.Type(error!);
        return time == DateTimeOffset.MinValue ? TreeNull.Instance : new TreeText(GoTime.Format(time));
    }

    private static Tree MicroTime(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        var time = GoTime.TryParseMicros(text, out var parsed, out var error) ? parsed : throw DecodeException.Type(error!);
        return time == DateTimeOffset.MinValue ? TreeNull.Instance : new TreeText(GoTime.FormatMicros(time));
    }

    private static TreeText Duration(ReadOnlySpan<byte> utf8) =>
        GoDuration.TryParse(Encoding.UTF8.GetString(utf8), out long nanoseconds, out var error)
            ? new(GoDuration.Format(nanoseconds))
            : throw DecodeException.Type(error!);

    public static TreeText Bytes(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return TreeText.Empty;

        // Go's decoder skips line breaks and refuses all other white space.
        var text = utf8.IndexOfAny((byte)'\r', (byte)'\n') < 0 ? utf8 : WithoutLineBreaks(utf8);
        var bytes = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3);
        try
        {
            var status = Base64.DecodeFromUtf8(text, bytes, out var consumed, out var length);
            var wrong = text.IndexOfAnyExcept(Alphabet);
            if (status != OperationStatus.Done || wrong >= 0)
                throw DecodeException.Type($"illegal base64 data at input byte {(wrong >= 0 ? wrong : consumed)}");

            return new(Convert.ToBase64String(bytes.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static byte[] WithoutLineBreaks(ReadOnlySpan<byte> utf8)
    {
        var kept = new byte[utf8.Length];
        var length = 0;
        foreach (var value in utf8)
        {
            if (value is not ((byte)'\r' or (byte)'\n'))
                kept[length++] = value;
        }

        return kept[..length];
    }

    // Up to three digits without a leading zero, and a suffix: already canonical, and nearly every quantity there is.
    private static bool IsPlainQuantity(ReadOnlySpan<byte> utf8)
    {
        var digits = 0;
        while (digits < utf8.Length && (uint)(utf8[digits] - '0') <= 9)
            digits++;
        if (digits is 0 or > 3 || utf8[0] == '0')
            return false;

        var suffix = utf8[digits..];
        return suffix.Length switch
        {
            0 => true,
            1 => "numkMGTPE"u8.Contains(suffix[0]),
            2 => suffix[1] == 'i' && "KMGTPE"u8.Contains(suffix[0]) && (suffix[0] is not ((byte)'P' or (byte)'E')),
            _ => false,
        };
    }
}
