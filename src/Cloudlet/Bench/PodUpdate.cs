using System.Globalization;
using System.Text;

namespace CloudletK8s.Cloudlet.Bench;

internal static class PodUpdate
{
    /// <summary>The same pod with another value of one label: the smallest change that is one.</summary>
    public static byte[] Relabelled(byte[] manifest, int turn) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(manifest).Replace(
            "\"revision\":\"0\"", $"\"revision\":\"{turn.ToString(CultureInfo.InvariantCulture)}\"", StringComparison.Ordinal));

    /// <summary>The first resourceVersion in an answer: a list's own.</summary>
    public static string ResourceVersion(ReadOnlySpan<byte> json)
    {
        var at = json.IndexOf("\"resourceVersion\":\""u8);
        var rest = json[(at + 19)..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
    }
}
