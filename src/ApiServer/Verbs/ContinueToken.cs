using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Where a list goes on, and at which revision. Opaque to clients; the shape is the one Kubernetes uses.</summary>
/// <param name="Revision">-1: whatever is newest, since the list's own revision is no longer kept.</param>
internal readonly record struct ContinueToken(long Revision, ObjectKey After)
{
    private static readonly SearchValues<char> Base64Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
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
        var (revision, version, start) = Read(text);
        if (version != Version)
            throw Wrong($": server does not recognize this encoded version {version}");
        if (revision == 0)
            throw Wrong($": incorrect encoded start resourceVersion (version {Version})");
        if (start.Length == 0)
            throw Wrong($": encoded start key empty (version {Version})");

        // Object names have no slashes and are no dots, so nothing but two plain parts can come from here.
        var parts = start.TrimEnd(Behind).Split('/');
        return parts is [var inNamespace, { Length: > 0 } name] && inNamespace is not ("." or "..") && name is not ("." or "..")
            ? new(revision, new(inNamespace, name))
            : throw Wrong($": {start}");
    }

    private static (long Revision, string Version, string Start) Read(string text)
    {
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            var at = text.AsSpan().IndexOfAnyExcept(Base64Alphabet);
            throw Wrong($": illegal base64 data at input byte {(at < 0 ? text.Length : at)}");
        }

        var json = JsonTreeReader.ReadAny(bytes);
        if (json.Error is { } error)
            throw Wrong($": {error.Message}");
        return json.Tree is { } token
            ? (token.Whole("rv") ?? 0, token.Text("v") ?? "", token.Text("start") ?? "")
            : throw Wrong($": json: cannot unmarshal {GoMapText.NameOf(json.Root!)} into Go value of type storage.continueToken");
    }

    private static ApiException Wrong(string why) => ApiErrors.BadRequest($"invalid continue token: continue key is not valid{why}");
}
