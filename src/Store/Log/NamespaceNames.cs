using System.Text;

namespace CloudletK8s.Store.Log;

/// <summary>
/// One string for each namespace instead of one for each object in it. A small direct-mapped table: a collision costs
/// a second copy of the string, nothing else, so it is bounded and needs no lock.
/// </summary>
internal static class NamespaceNames
{
    private const int Slots = 1024;

    private static readonly string?[] Known = new string?[Slots];

    public static string Shared(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";

        var name = Encoding.UTF8.GetString(utf8);
        return Shared(name);
    }

    public static string Shared(string name)
    {
        var slot = (uint)name.GetHashCode(StringComparison.Ordinal) % Slots;
        if (Known[slot] is { } known && known == name)
            return known;

        Known[slot] = name;
        return name;
    }
}
