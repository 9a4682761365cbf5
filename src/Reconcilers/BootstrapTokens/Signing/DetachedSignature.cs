using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Reconcilers.BootstrapTokens.Signing;

/// <summary>A JSON web signature without the content that it signs (RFC 7515, appendix F).</summary>
internal static class DetachedSignature
{
    public static string Of(string content, string id, string secret)
    {
        var header = new TreeObject { ["alg"] = new TreeText("HS256"), ["kid"] = new TreeText(id) };
        var head = Base64Url.EncodeToString(JsonTreeWriter.ToUtf8(header));
        var signed = Encoding.ASCII.GetBytes($"{head}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(content))}");
        return $"{head}..{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
