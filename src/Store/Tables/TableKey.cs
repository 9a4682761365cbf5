using System.Buffers;
using System.Globalization;

namespace CloudletK8s.Store.Tables;

/// <summary>
/// Writes any string as a key of plain ASCII that Azure accepts, such that encoded keys have the ordinal order of the originals.
/// A character that may not stand for itself becomes the nearest plain character before it, a tilde and four hexadecimal digits.
/// The tilde follows every plain character, so the result sorts after all that starts with that plain character alone and before
/// the next one.
/// </summary>
public static class TableKey
{
    private const char Marker = '~';
    private const char Lowest = ' ';
    private const int EscapeLength = 6;

    // Without what Azure forbids (/ \ # ?), what URLs and filters treat specially (% + ' "), the marker and the space.
    private const string PlainCharacters =
        "!$&()*,-.0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}";

    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters);

    /// <summary>False: no adapter can hold a row of this key.</summary>
    public static bool Fits(string key) =>
        key.Length <= TableLimits.KeyCharacters / EscapeLength || EncodedLength(key) <= TableLimits.KeyCharacters;

    public static int EncodedLength(string key)
    {
        var length = 0;
        var rest = key.AsSpan();
        while (rest.IndexOfAnyExcept(Plain) is var special and >= 0)
        {
            length += special + EscapeLength;
            rest = rest[(special + 1)..];
        }

        return length + rest.Length;
    }

    public static string Encode(string key)
    {
        var length = EncodedLength(key);
        return length == key.Length
            ? key
            : string.Create(length, key, static (encoded, key) => Encode(key, encoded));
    }

    /// <returns>The key that was encoded.</returns>
    /// <exception cref="FormatException">This was never written by <see cref="Encode(string)"/>.</exception>
    public static string Decode(string encoded)
    {
        if (!encoded.Contains(Marker, StringComparison.Ordinal))
            return encoded;

        var decoded = new char[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (i + 1 == encoded.Length || encoded[i + 1] != Marker)
            {
                decoded[length++] = encoded[i];
                continue;
            }

            if (i + EscapeLength > encoded.Length)
                throw new FormatException($"The key '{encoded}' ends within an escape.");

            decoded[length++] = (char)ushort.Parse(encoded.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier);
            i += EscapeLength - 1;
        }

        return new string(decoded, 0, length);
    }

    private static void Encode(string key, Span<char> encoded)
    {
        foreach (var character in key)
        {
            if (Plain.Contains(character))
            {
                encoded[0] = character;
                encoded = encoded[1..];
                continue;
            }

            encoded[0] = PlainBefore(character);
            encoded[1] = Marker;
            ((ushort)character).TryFormat(encoded[2..], out _, "X4");
            encoded = encoded[EscapeLength..];
        }
    }

    private static char PlainBefore(char character)
    {
        for (var candidate = character < Marker ? character : (char)(Marker - 1); candidate > Lowest; candidate--)
        {
            if (Plain.Contains(candidate))
                return candidate;
        }

        return Lowest;
    }
}
