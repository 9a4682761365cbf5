using System.Text.Json;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.OpenApi;
using CloudletK8s.ApiServer.OpenApi.Gnostic;

namespace CloudletK8s.ApiServer.Tests.OpenApi;

public class DocumentsOfBuiltInKinds
{
    private static readonly KindInfo[] Kinds = [.. BuiltInKinds.All];

    [Fact]
    public void Refer_only_to_definitions_that_are_there()
    {
        using var document = JsonDocument.Parse(OpenApiJson.V2(Kinds));
        var definitions = document.RootElement.GetProperty("definitions").EnumerateObject().Select(pair => "#/definitions/" + pair.Name).ToHashSet();
        var parameters = document.RootElement.GetProperty("parameters").EnumerateObject().Select(pair => "#/parameters/" + pair.Name);
        definitions.UnionWith(parameters);
        var references = References(document.RootElement).ToList();
        Assert.NotEmpty(references);
        Assert.Empty(references.Except(definitions));
    }

    [Fact]
    public void Describe_every_definition_and_field()
    {
        using var document = JsonDocument.Parse(OpenApiJson.V2(Kinds));
        var silent = document.RootElement.GetProperty("definitions").EnumerateObject()
            .Where(definition => !definition.Value.TryGetProperty("description", out _))
            .Select(definition => definition.Name);
        Assert.Empty(silent);
    }

    [Fact]
    public void Tell_strategic_patches_how_to_merge()
    {
        using var document = JsonDocument.Parse(OpenApiJson.V2(Kinds));
        var containers = document.RootElement.GetProperty("definitions").GetProperty("io.k8s.api.core.v1.PodSpec").GetProperty("properties").GetProperty("containers");
        Assert.Equal("name", containers.GetProperty("x-kubernetes-patch-merge-key").GetString());
        Assert.Equal("merge", containers.GetProperty("x-kubernetes-patch-strategy").GetString());
        Assert.Equal("map", containers.GetProperty("x-kubernetes-list-type").GetString());
    }

    [Fact]
    public void Let_kubectl_find_the_options_of_a_patch()
    {
        using var document = JsonDocument.Parse(OpenApiJson.V3("apps", "v1", [.. Kinds.Where(kind => kind.ApiVersion == "apps/v1")]));
        var patch = document.RootElement.GetProperty("paths").GetProperty("/apis/apps/v1/namespaces/{namespace}/deployments/{name}").GetProperty("patch");
        Assert.Equal("Deployment", patch.GetProperty("x-kubernetes-group-version-kind").GetProperty("kind").GetString());
        Assert.Contains("fieldValidation", patch.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.True(patch.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/strategic-merge-patch+json", out _));
    }

    [Fact]
    public void Give_defaults_and_allowed_values_in_the_third_version()
    {
        using var document = JsonDocument.Parse(OpenApiJson.V3("", "v1", [.. Kinds.Where(kind => kind.ApiVersion == "v1")]));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var protocol = schemas.GetProperty("io.k8s.api.core.v1.ContainerPort").GetProperty("properties").GetProperty("protocol");
        Assert.Equal("TCP", protocol.GetProperty("default").GetString());
        Assert.Contains("UDP", protocol.GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void Become_protobuf_with_their_parts_in_the_right_fields()
    {
        const string json = """{"swagger":"2.0","definitions":{"a":{"type":"object","x-y":{"k":1}}}}""";
        var bytes = GnosticEncoder.Encode(GnosticV2.Document, System.Text.Encoding.UTF8.GetBytes(json)).ToArray();

        // swagger is field 1; definitions 9, a named schema 1; type 22 and extensions 31 of a schema, the latter as YAML.
        Assert.Equal(
            "0A03322E304A260A240A0161121FB201080A066F626A656374FA01110A03782D79120A12087B226B223A317D0A",
            Convert.ToHexString(bytes));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        _ => [],
    };
}
