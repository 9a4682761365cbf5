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
    private static readonly Schema Any = new(SchemaKind.Any);
    private readonly string _media;
    private readonly Tree _patch;
    private readonly IReadOnlyList<DecodeProblem> _problems;

    private PatchBody(string media, Tree patch, IReadOnlyList<DecodeProblem> problems)
    {
        _media = media;
        _patch = patch;
        _problems = problems;
    }

    public static bool IsApply(ApiRequest request) => BodyDecoder.MediaType(request.ContentType) == ApplyYaml;

    public static PatchBody Read(RequestScope scope) => Read(scope.Request, scope.Resource.IsCustom);

    public static PatchBody Read(ApiRequest request, bool isCustom)
    {
        var media = BodyDecoder.MediaType(request.ContentType);
        if (media is not (Json or Merge or Strategic) || (media == Strategic && isCustom))
            throw ApiErrors.UnsupportedMediaType(isCustom ? [Json, Merge, ApplyYaml] : [Json, Merge, Strategic, ApplyYaml]);
        if (request.BodyTree is { } given)
            return new(media, given, []);

        var lenient = request.Query.FieldValidation == FieldValidation.Ignore;
        var decoded = JsonTreeReader.Read(request.Body.Span, Any, lenient ? DecodeOptions.Lenient : DecodeOptions.Default);
        var wrong = decoded.Error?.Message ?? (media == Json ? WrongOperations(decoded.Root!) : null);
        return wrong is null
            ? new(media, decoded.Root!, decoded.Problems)
            : throw ApiErrors.BadRequest(lenient || media == Strategic ? wrong : $"error decoding patch: {wrong}");
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
        return result.Error is { } error
            ? throw ApiErrors.Patch(error)
            : Normalized(result.Object!, schema, request, _problems, _media == Strategic ? GoMapText.Of(_patch) : null);
    }

    /// <summary>What a patch put in passes the same gate as a body: unknown fields, types, canonical forms.</summary>
    public static TreeObject Normalized(TreeObject patched, Schema schema, ApiRequest request) =>
        Normalized(patched, schema, request, [], null);

    private static TreeObject Normalized(
        TreeObject patched, Schema schema, ApiRequest request, IReadOnlyList<DecodeProblem> before, string? shown)
    {
        var bytes = JsonTreeWriter.ToUtf8(patched);
        var decoded = JsonTreeReader.Read(bytes, schema, DecodeOptions.Default);
        if (decoded.Error is { } error)
            throw Misfit(error.Message);

        BodyDecoder.Report(request, [.. before, .. decoded.Problems], Misfit);
        return decoded.Tree!;

        ApiException Misfit(string why) => ApiErrors.InvalidPatch(shown ?? System.Text.Encoding.UTF8.GetString(bytes), why);
    }

    /// <summary>What Go says of operations that it cannot read into its type for one.</summary>
    private static string? WrongOperations(Tree patch)
    {
        if (patch is TreeNull)
            return null;
        if (patch is not TreeList operations)
            return $"json: cannot unmarshal {GoMapText.NameOf(patch)} into Go value of type []handlers.jsonPatchOp";

        foreach (var operation in operations)
        {
            if (operation is not TreeObject members)
                return $"json: cannot unmarshal {GoMapText.NameOf(operation)} into Go value of type handlers.jsonPatchOp";

            foreach (var name in (ReadOnlySpan<string>)["op", "path", "from"])
            {
                if (members[name] is { } value and not (TreeText or TreeNull))
                    return $"json: cannot unmarshal {GoMapText.NameOf(value)} into Go struct field jsonPatchOp.{name} of type string";
            }
        }

        return null;
    }
}
