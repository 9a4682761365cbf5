using System.IO.Hashing;
using System.Text;

namespace CloudletK8s.Reconcilers.Children;

/// <summary>
/// Names of children that are as good as each other (the pods of a replica set). A name is derived from what it is for, so that
/// whoever works on the same set at the same time, or again after a crash, asks for the same names and meets AlreadyExists
/// instead of making twins.
/// </summary>
internal static class ChildNames
{
    /// <summary>As long a prefix as Kubernetes' generateName leaves.</summary>
    private const int LongestPrefix = 58;

    private const int SuffixLength = 5;
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <param name="prefix">With its dash.</param>
    /// <param name="uid">Of the owner.</param>
    public static string Of(string prefix, string uid, int slot)
    {
        Span<byte> text = stackalloc byte[8 + Encoding.UTF8.GetMaxByteCount(uid.Length)];
        BitConverter.TryWriteBytes(text, (long)slot);
        var length = 8 + Encoding.UTF8.GetBytes(uid, text[8..]);
        var hash = XxHash64.HashToUInt64(text[..length]);
        return string.Concat(prefix.Length > LongestPrefix ? prefix.AsSpan(0, LongestPrefix) : prefix, Suffix(hash));
    }

    /// <summary>Text that is safe in names and spells no words.</summary>
    public static string Suffix(ulong hash, int length = SuffixLength) => string.Create(length, hash, static (suffix, left) =>
    {
        for (var i = 0; i < suffix.Length; i++)
        {
            suffix[i] = Alphabet[(int)(left % (ulong)Alphabet.Length)];
            left /= (ulong)Alphabet.Length;
        }
    });

    /// <summary>The first names that nobody has, in an order that is the same for everybody.</summary>
    public static IEnumerable<string> Free(string prefix, string uid, Func<string, bool> isTaken)
    {
        for (var slot = 0; ; slot++)
        {
            var name = Of(prefix, uid, slot);
            if (!isTaken(name))
                yield return name;
        }
    }
}
