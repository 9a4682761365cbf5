using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Yaml;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Requests;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Turns the body of a request into a tree of the expected kind, or says in Kubernetes' words why it cannot.</summary>
internal static class BodyDecoder
{
    public const string Protobuf = "application/vnd.kubernetes.protobuf";
    private static readonly string[] Accepted = ["application/json", "application/yaml", Protobuf];

    public static TreeObject Decode(ApiRequest request, KindInfo kind) => Decode(request, kind.Schema, kind.ApiVersion, kind.Kind);

    /// <param name="apiVersion">Empty: any, as for the options that every group has and each client names in its own group's version.</param>
    public static TreeObject Decode(ApiRequest request, Schema schema, string apiVersion, string kind)
    {
        var tree = request.BodyTree ?? DecodeBytes(request, schema, kind, apiVersion);
        CheckType(tree, apiVersion, kind);
        return tree;
    }

    private static TreeObject DecodeBytes(ApiRequest request, Schema schema, string kind, string apiVersion)
    {
        var media = MediaType(request.ContentType);
        var options = DecodeOptions.Default;
        var decoded = media switch
        {
            "" or "application/json" => JsonTreeReader.Read(request.Body.Span, schema, options),
            "application/yaml" => YamlTreeReader.Read(request.Body.Span, schema, options),
            Protobuf => ProtobufTreeReader.Read(request.Body.Span, schema),
            _ => throw ApiErrors.UnsupportedMediaType(Accepted),
        };

        if (decoded.Error is { } error)
            throw Unreadable(request.Body.Length, error, kind, apiVersion);

        Report(request, decoded.Problems);
        return decoded.Tree!;
    }

    /// <summary>Unknown and repeated fields, as the client wants them treated.</summary>
    public static void Report(ApiRequest request, IReadOnlyList<DecodeProblem> problems)
    {
        if (problems.Count == 0)
            return;

        switch (request.Query.FieldValidation ?? FieldValidation.Warn)
        {
            case FieldValidation.Strict:
                throw ApiErrors.BadRequest("strict decoding error: " + string.Join(", ", problems.Select(problem => problem.Message)));
            case FieldValidation.Warn:
                request.Warnings.AddRange(problems.Select(problem => problem.Message));
                break;
        }
    }

    public static string MediaType(string contentType)
    {
        var parameters = contentType.IndexOf(';');
        return (parameters < 0 ? contentType : contentType[..parameters]).Trim().ToLowerInvariant();
    }

    private static void CheckType(TreeObject tree, string apiVersion, string kind)
    {
        var givenVersion = tree.Text("apiVersion") ?? "";
        var givenKind = tree.Text("kind") ?? "";
        if (givenVersion.Length > 0 && apiVersion.Length > 0 && givenVersion != apiVersion)
        {
            throw ApiErrors.BadRequest(
                $"the API version in the data ({givenVersion}) does not match the expected API version ({apiVersion})");
        }

        if (givenKind.Length > 0 && givenKind != kind)
        {
            throw ApiErrors.BadRequest(
                $"{givenKind} in version \"{VersionOf(apiVersion)}\" cannot be handled as a {kind}: the kind in the data does not match the expected kind");
        }

        tree.Prepend("apiVersion", new TreeText(apiVersion));
        tree.Prepend("kind", new TreeText(kind));
    }

    private static ApiException Unreadable(int length, DecodeError error, string kind, string apiVersion) => length == 0
        ? ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {kind}): couldn't get version/kind; json parse error: unexpected end of JSON input (<empty>)")
        : ApiErrors.BadRequest($"{kind} in version \"{VersionOf(apiVersion)}\" cannot be handled as a {kind}: {error.Message}");

    private static string VersionOf(string apiVersion) => apiVersion[(apiVersion.IndexOf('/') + 1)..];
}
