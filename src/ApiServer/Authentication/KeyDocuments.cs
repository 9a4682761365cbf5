using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Http;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>What others need to check our service accounts' tokens by themselves.</summary>
internal sealed class KeyDocuments(ITokenIssuer tokens, string issuer) : IFixedPath
{
    private const string Configuration = "/.well-known/openid-configuration";
    private const string KeySet = "/openid/v1/jwks";

    public IReadOnlyList<string> Exact { get; } = [Configuration, KeySet];

    public IReadOnlyList<string> Prefixes { get; } = [];

    public bool IsPublic => false;

    public async ValueTask Respond(HttpContext http)
    {
        var keys = http.Request.Path.Value!.TrimEnd('/') == KeySet;
        http.Response.ContentType = keys ? "application/jwk-set+json" : "application/json";
        http.Response.Headers.CacheControl = "public, max-age=3600";
        JsonTreeWriter.Write(keys ? tokens.KeySet() : Describe(), http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private TreeObject Describe()
    {
        var document = new TreeObject();
        document.Set("issuer", issuer);
        document.Set("jwks_uri", $"{issuer}{KeySet}");
        document.Set("response_types_supported", TreeList.OfTexts(["id_token"]));
        document.Set("subject_types_supported", TreeList.OfTexts(["public"]));
        document.Set("id_token_signing_alg_values_supported", TreeList.OfTexts([SigningKey.Algorithm]));
        return document;
    }
}
