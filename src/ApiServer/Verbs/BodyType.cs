using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Yaml;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>What a body says that it is. Only asked for once reading the whole has failed.</summary>
internal readonly record struct BodyType(string ApiVersion, string Kind)
{
    private const string Prefix = "couldn't get version/kind; json parse error: ";
    private const string HeaderType = """struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }""";

    /// <param name="wrong">Why not even the type can be read, in Kubernetes' words; null when it can.</param>
    public static BodyType Read(ReadOnlySpan<byte> body, string media, out string? wrong)
    {
        switch (media)
        {
            case BodyDecoder.Protobuf:
                wrong = ProtobufTreeReader.ReadHeader(body, out var apiVersion, out var kind)?.Message;
                return new(apiVersion, kind);
            case BodyDecoder.Yaml:
                var json = YamlTreeReader.ToJson(body, out var error);
                if (json is not null)
                    return OfJson(json, out wrong);

                wrong = error!.Message;
                return new("", "");
            default:
                return OfJson(body, out wrong);
        }
    }

    private static BodyType OfJson(ReadOnlySpan<byte> json, out string? wrong)
    {
        wrong = null;
        var decoded = JsonTreeReader.ReadAny(json);
        if (decoded.Error is { Kind: DecodeErrorKind.Syntax } error)
            wrong = Prefix + error.Message;
        else if (decoded.Root is not (null or TreeNull or TreeObject))
            wrong = $"{Prefix}json: cannot unmarshal {GoMapText.NameOf(decoded.Root)} into Go value of type {HeaderType}";

        return decoded.Tree is { } tree ? new(Text(tree, "apiVersion", ref wrong), Text(tree, "kind", ref wrong)) : new("", "");
    }

    private static string Text(TreeObject tree, string member, ref string? wrong)
    {
        if (tree[member] is not (null or TreeNull or TreeText))
            wrong ??= $"{Prefix}json: cannot unmarshal {GoMapText.NameOf(tree[member]!)} into Go struct field .{member} of type string";
        return tree.Text(member) ?? "";
    }
}
