using System.Security.Cryptography;
using System.Text;
using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Discovery;

internal static class StorageVersionHash
{
    /// <summary>Tells storage migrators when the stored version of a resource changes. Empty for what is not stored.</summary>
    public static string Of(KindInfo kind)
    {
        if (!kind.Verbs.Contains("get") || kind.Group == "metrics.k8s.io" || kind.Kind == "ComponentStatus")
            return "";

        var slash = kind.StorageApiVersion.IndexOf('/');
        var group = slash < 0 ? "" : kind.StorageApiVersion[..slash];
        var version = kind.StorageApiVersion[(slash + 1)..];
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{group}/{version}/{kind.Kind}")).AsSpan(0, 8));
    }
}
