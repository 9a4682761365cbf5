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
    public const string Yaml = "application/yaml";
    public const string Json = "application/json";

    public static TreeObject Decode(ApiRequest request, KindInfo kind) => Decode(request, kind.Schema, kind.ApiVersion, kind.Kind);

    public static TreeObject Decode(ApiRequest request, Schema schema, string apiVersion, string kind)
    {
        var expected = new ExpectedType(apiVersion, kind, IsCustom: schema.Record is null);
        if (request.BodyTree is { } given)
        {
            expected.Check(given.Text("apiVersion") ?? apiVersion, given.Text("kind") ?? kind, default);
            return Typed(given, expected);
        }

        var decoded = Read(request, schema);
        if (decoded.Root is not TreeObject tree)
            return Typed(Empty(request, expected, decoded, schema), expected);

        expected.Check(tree.Text("apiVersion") ?? "", tree.Text("kind") ?? "", request.Body);
        if (decoded.Problems.Count > 0)
            Report(request, decoded.Problems, problems => expected.CannotBe(kind, apiVersion, problems));
        return Typed(tree, expected);
    }

    /// <summary>Options in a body: every group has them under its own version, and fields that they do not have do no harm.</summary>
    public static TreeObject DecodeOptions(ApiRequest request, Schema schema, string kind)
    {
        if (request.BodyTree is { } given)
            return given;

        var decoded = Read(request, schema);
        if (decoded.Root is not TreeObject tree)
        {
            BodyType.Read(request.Body.Span, MediaType(request.ContentType), out var wrong);
            throw ApiErrors.BadRequest(wrong ?? decoded.Error?.Message ?? "an object is expected");
        }

        return tree.Text("kind") is null or "" || tree.Text("kind") == kind
            ? tree
            : throw ApiErrors.BadRequest($"{tree.Text("kind")} cannot be handled as a {kind}");
    }

    /// <summary>Unknown and repeated fields, as the client wants them treated.</summary>
    /// <param name="refusal">Makes of the sentence what the client gets when it wants to be strict.</param>
    public static void Report(ApiRequest request, IReadOnlyList<DecodeProblem> problems, Func<string, ApiException> refusal)
    {
        if (problems.Count == 0)
            return;

        switch (request.Query.FieldValidation ?? FieldValidation.Warn)
        {
            case FieldValidation.Strict:
                throw refusal("strict decoding error: " + string.Join(", ", problems.Select(problem => problem.Message)));
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

    private static DecodeResult Read(ApiRequest request, Schema schema) => MediaType(request.ContentType) switch
    {
        "" or Json => JsonTreeReader.Read(request.Body.Span, schema, DecodeOptionsOf(request)),
        Yaml => YamlTreeReader.Read(request.Body.Span, schema, DecodeOptionsOf(request)),
        Protobuf when schema.Record is not null => ProtobufTreeReader.Read(request.Body.Span, schema),
        _ => throw ApiErrors.UnsupportedMediaType(schema.Record is null ? [Json, Yaml] : [Json, Yaml, Protobuf]),
    };

    private static DecodeOptions DecodeOptionsOf(ApiRequest request) =>
        request.Query.FieldValidation == FieldValidation.Ignore ? Api.Trees.DecodeOptions.Lenient : Api.Trees.DecodeOptions.Default;

    /// <summary>A body without an object: nothing at all is an object without fields, everything else is refused.</summary>
    private static TreeObject Empty(ApiRequest request, ExpectedType expected, DecodeResult decoded, Schema schema)
    {
        var type = BodyType.Read(request.Body.Span, MediaType(request.ContentType), out var wrong);
        if (wrong is not null)
            throw ExpectedType.Unrecognized(expected.Kind, wrong, request.Body.Span);

        expected.Check(type.ApiVersion, type.Kind, request.Body);
        return decoded.Error is { } error
            ? throw expected.CannotBe(type.Kind, type.ApiVersion, error.Message)
            : JsonTreeReader.Read("{}"u8, schema, Api.Trees.DecodeOptions.Lenient).Tree!;
    }

    private static TreeObject Typed(TreeObject tree, ExpectedType expected)
    {
        tree.Prepend("apiVersion", new TreeText(expected.ApiVersion));
        tree.Prepend("kind", new TreeText(expected.Kind));
        return tree;
    }
}
