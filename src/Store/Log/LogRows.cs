using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Log;

/// <summary>
/// Where everything stands: one partition a resource with its head, its objects and its log, and one partition a cluster
/// that lists the resources. Keys are only ever made, never parsed: each row's value says whose it is.
/// </summary>
internal static class LogRows
{
    public const string Head = "!head";
    public const string ResourcePrefix = "r:";
    public const string Restoring = "!restoring";

    private const string ObjectPrefix = "o:";
    private const string LogPrefix = "l:";
    private const int NameCharacters = 400;

    /// <summary>What stands unescaped. Azure forbids / \ # ? and control characters; quotes, % and + are troublesome in its URLs.</summary>
    private static readonly SearchValues<char> PlainInName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:");

    private static readonly SearchValues<char> PlainInNamespace =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    public static RowRange AllObjects { get; } = RowRange.Prefix(ObjectPrefix);

    public static string Partition(string cluster, string resource) => $"{RequireCluster(cluster)}.{RequireResource(resource)}";

    /// <summary>'!' cannot begin a resource's name.</summary>
    public static string Catalogue(string cluster) => $"{RequireCluster(cluster)}.!catalogue";

    public static string Resource(string resource) => ResourcePrefix + resource;

    public static string Published(string resource) => "p:" + resource;

    public static string Object(ObjectKey key)
    {
        var name = Escape(key.Name, PlainInName);
        var row = key.Namespace.Length == 0
            ? string.Concat(ObjectPrefix, ":", name)
            : string.Concat(ObjectPrefix, Escape(key.Namespace, PlainInNamespace), ":", name);
        return row.Length <= NameCharacters ? row : ObjectPrefix + "==" + Digest(key);
    }

    public static string Change(long revision) => string.Create(22, revision, static (row, value) =>
    {
        LogPrefix.CopyTo(row);
        value.TryFormat(row[2..], out _, "D20");
    });

    /// <summary>The log rows after one revision, up to and with another.</summary>
    public static RowRange Changes(long after, long upTo) => new(Change(after + 1), Change(upTo + 1));

    private static string Escape(string text, SearchValues<char> plain)
    {
        if (!text.AsSpan().ContainsAnyExcept(plain))
            return text;

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (plain.Contains(c))
                escaped.Append(c);
            else
                escaped.Append('=').Append(((int)c).ToString("X4"));
        }

        return escaped.ToString();
    }

    /// <summary>Keys too long for a table are told apart by a digest.</summary>
    private static string Digest(ObjectKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes($"{key.Namespace.Length}:{key.Namespace}{key.Name}")));

    private static string RequireCluster(string cluster) =>
        cluster.Length is > 0 and <= 63 && cluster.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? cluster
            : throw new ArgumentException($"'{cluster}' is not a cluster id: letters, digits and '-', at most 63.", nameof(cluster));

    private static string RequireResource(string resource) =>
        resource.Length is > 0 and <= 320 && resource[0] != '!' && !resource.AsSpan().ContainsAnyExcept(PlainInNamespace)
            ? resource
            : throw new ArgumentException($"'{resource}' is not the name of a resource.", nameof(resource));
}
