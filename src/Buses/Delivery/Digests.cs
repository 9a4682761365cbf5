using System.Security.Cryptography;
using System.Text;

namespace CloudletK8s.Buses.Delivery;

internal static class Digests
{
    private const int Longest = 128;

    /// <summary>The text itself where it fits into an id of a queue, its digest where it does not.</summary>
    public static string Short(string text) =>
        text.Length <= Longest ? text : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
