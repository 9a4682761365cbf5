using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Requests;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>A patch other than apply: how it is to be read, and what it says.</summary>
internal sealed class PatchBody
{
    private const string Json = "application/json-patch+json";
    private const string Merge = "application/merge-patch+json";
    private const string Strategic = "application/strategic-merge-patch+json";
    private const string ApplyYaml = "application/apply-patch+yaml";
    private readonly string _media;
    private readonly Tree _patch;

    private PatchBody(string media, Tree patch)
    {
        _media = media;
        _patch = patch;
    }

    public static bool IsApply(ApiRequest request) => BodyDecoder.MediaType(request.ContentType) == ApplyYaml;

    public static PatchBody Read(RequestScope scope) => Read(scope.Request, scope.Resource.IsCustom);

    public static PatchBody Read(ApiRequest request, bool isCustom)
    {
        var media = BodyDecoder.MediaType(request.ContentType);
        if (media is not (Json or Merge or Strategic) || (media == Strategic && isCustom))
            throw ApiErrors.UnsupportedMediaType(isCustom ? [Json, Merge, ApplyYaml] : [Json, Merge, Strategic, ApplyYaml]);

        var decoded = JsonTreeReader.ReadAny(request.Body.Span);
        return decoded.Error is { } error
            ? throw ApiErrors.BadRequest($"error decoding patch: {error.Message}")
            : new(media, request.BodyTree ?? decoded.Root!);
    }

    /// <param name="current">In the version that the client sees; left as it is.</param>
    /// <returns>A tree of the caller's own, as if it had been sent whole.</returns>
    public TreeObject ApplyTo(TreeObject current, Schema schema, ApiRequest request)
    {
        var result = _media switch
        {
            Json => JsonPatch.Apply(current, _patch),
            Merge => MergePatch.Apply(current, _patch),
            _ => StrategicMergePatch.Apply(current, _patch, schema),
        };
        if (result.Error is { } error)
            throw new ApiException(error.Code, error.Reason, error.Message);

        return Normalized(result.Object!, schema, request);
    }

    /// <summary>What a patch put in passes the same gate as a body: unknown fields, types, canonical forms.</summary>
    public static TreeObject Normalized(TreeObject patched, Schema schema, ApiRequest request)
    {
        var decoded = JsonTreeReader.Read(JsonTreeWriter.ToUtf8(patched), schema, DecodeOptions.Default);
        if (decoded.Error is { } error)
            throw new ApiException(422, "Invalid", $"the patch does not fit the object: {error.Message}");

        BodyDecoder.Report(request, decoded.Problems);
        return decoded.Tree!;
    }
}
