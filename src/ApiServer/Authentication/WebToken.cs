using System.Buffers.Text;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Signed JSON web tokens, in the one form that this server makes.</summary>
internal static class WebToken
{
    /// <summary>Longer ones are not ours.</summary>
    private const int MaximumLength = 16 * 1024;

    public static string Sign(TreeObject claims, SigningKey key)
    {
        var header = new TreeObject();
        header.Set("alg", SigningKey.Algorithm);
        header.Set("kid", key.Id);
        var content = $"{Encoded(header)}.{Encoded(claims)}";
        return $"{content}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(content)))}";
    }

    /// <returns>The claims; null when the key did not sign them.</returns>
    public static TreeObject? Open(string token, SigningKey key)
    {
        if (token.Length > MaximumLength || token.Split('.') is not [var header, var claims, var signature])
            return null;

        try
        {
            if (Decoded(header) is not { } head || head.Text("alg") != SigningKey.Algorithm || head.Text("kid") != key.Id)
                return null;

            var content = Encoding.ASCII.GetBytes($"{header}.{claims}");
            return key.Verify(content, Base64Url.DecodeFromChars(signature)) ? Decoded(claims) : null;
        }
        catch (FormatException)
        {
            // No base64: somebody else's token, or none at all.
            return null;
        }
    }

    private static string Encoded(TreeObject tree) => Base64Url.EncodeToString(JsonTreeWriter.ToUtf8(tree));

    private static TreeObject? Decoded(string part) => JsonTreeReader.ReadAny(Base64Url.DecodeFromChars(part)).Root as TreeObject;
}
