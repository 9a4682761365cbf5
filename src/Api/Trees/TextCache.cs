using System.Runtime.InteropServices;
using System.Text;

namespace CloudletK8s.Api.Trees;

/// <summary>
/// Short texts that came by lately. Objects repeat the same labels, keys and words over and over; sharing them saves most of
/// the memory of a decoded object. A slot holds the last text that fell into it, so the cache never grows and needs no lock.
/// </summary>
internal static class TextCache
{
    private const int LongestText = 32;
    private const int SlotCount = 4096;
    private static readonly TreeText?[] Slots = new TreeText?[SlotCount];

    public static TreeText Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText)
            return new(Encoding.UTF8.GetString(utf8));

        if (utf8.IsEmpty)
            return TreeText.Empty;

        ref var slot = ref Slots[SlotOf(utf8)];
        var known = slot;
        if (known is not null && known.Value.Length == utf8.Length && Ascii.Equals(utf8, known.Value))
            return known;

        var made = new TreeText(Encoding.UTF8.GetString(utf8));

        // Other texts never match the comparison above, so they would only push useful ones out.
        if (made.Value.Length == utf8.Length)
            slot = made;
        return made;
    }

    private static int SlotOf(ReadOnlySpan<byte> utf8)
    {
        ulong mixed;
        if (utf8.Length >= sizeof(ulong))
        {
            mixed = MemoryMarshal.Read<ulong>(utf8) ^ (MemoryMarshal.Read<ulong>(utf8[^sizeof(ulong)..]) * 31)
                ^ (MemoryMarshal.Read<ulong>(utf8[(utf8.Length / 2 - 4)..]) * 131);
        }
        else
        {
            mixed = 0;
            foreach (var value in utf8)
                mixed = (mixed << 8) | value;
        }

        return (int)(((mixed + (ulong)utf8.Length) * 0x9E3779B97F4A7C15) >> 52) & (SlotCount - 1);
    }
}
