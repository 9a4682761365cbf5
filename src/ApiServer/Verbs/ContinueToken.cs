using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Where a list goes on, and at which revision. Opaque to clients; the shape is the one Kubernetes uses.</summary>
/// <param name="Revision">-1: whatever is newest, since the list's own revision is no longer kept.</param>
internal readonly record struct ContinueToken(long Revision, ObjectKey After)
{
    private const string Version = "meta.k8s.io/v1";

    /// <summary>Marks that the start lies behind the named object, not at it.</summary>
    private const char Behind = '\0';

    public string Encode()
    {
        var json = new StringBuilder()
            .Append("{\"v\":\"").Append(Version).Append("\",\"rv\":").Append(Revision)
            .Append(",\"start\":\"").Append(JsonEncodedText.Encode($"{After.Namespace}/{After.Name}{Behind}")).Append("\"}");
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToString()));
    }

    public static ContinueToken Decode(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            var start = json.RootElement.GetProperty("start").GetString()!.TrimEnd(Behind);
            var slash = start.IndexOf('/');
            if (json.RootElement.GetProperty("v").GetString() != Version || slash < 0)
                throw new FormatException("not a token of this server");

            return new(json.RootElement.GetProperty("rv").GetInt64(), new(start[..slash], start[(slash + 1)..]));
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ApiErrors.BadRequest($"continue key is not valid: {(e is FormatException ? "illegal base64 data or format" : e.Message)}");
        }
    }
}
