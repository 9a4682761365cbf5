using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.BadInput;

public sealed class PatchThatDoesNotApply(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Rejected = "the server rejected our request due to an error in our request";
    private readonly InProcessServer _server = fixture.Server;

    [Theory]
    [InlineData("[", 400, "BadRequest", "error decoding patch: unexpected end of JSON input")]
    [InlineData("{}", 400, "BadRequest", "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp")]
    [InlineData("[1]", 400, "BadRequest", "error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp")]
    [InlineData("[{\"op\":1}]", 400, "BadRequest", "error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.op of type string")]
    [InlineData("[{\"op\":\"fly\",\"path\":\"/a\"}]", 422, "Invalid", Rejected)]
    [InlineData("[{\"op\":\"remove\",\"path\":\"/data/none\"}]", 422, "Invalid", Rejected)]
    [InlineData("[{\"op\":\"test\",\"path\":\"/data/a\",\"value\":\"2\"}]", 422, "Invalid", Rejected)]
    [InlineData("[{\"op\":\"move\",\"from\":\"/none\",\"path\":\"/data/b\"}]", 422, "Invalid", Rejected)]
    public async Task As_JSON_patch_is_refused(string patch, int code, string reason, string message) =>
        (await Patch(patch, PlainClient.JsonPatch)).ExpectStatus(code, reason, message);

    [Fact]
    public async Task As_JSON_patch_of_too_many_operations_is_too_large()
    {
        var patch = "[" + string.Join(',', Enumerable.Repeat("""{"op":"test","path":"/data/a","value":"1"}""", 10_001)) + "]";

        (await Patch(patch, PlainClient.JsonPatch)).ExpectStatus(
            413, "RequestEntityTooLarge", "Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001");
    }

    [Theory]
    [InlineData("{", PlainClient.MergePatch, "error decoding patch: unexpected end of JSON input")]
    [InlineData("[]", PlainClient.MergePatch, "error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}")]
    [InlineData("{", PlainClient.StrategicPatch, "unexpected end of JSON input")]
    [InlineData("[1]", PlainClient.StrategicPatch, "json: cannot unmarshal array into Go value of type map[string]interface {}")]
    [InlineData("{\"metadata\":{\"name\":\"other\"}}", PlainClient.MergePatch, "the name of the object (other) does not match the name on the URL (m)")]
    [InlineData("{\"metadata\":{\"namespace\":\"other\"}}", PlainClient.MergePatch, "the namespace of the provided object does not match the namespace sent on the request")]
    [InlineData("a: [", PlainClient.Apply, null)]
    [InlineData("[]", PlainClient.Apply, "error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type map[string]interface {}")]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"other\"}}", PlainClient.Apply, "the name of the object (other) does not match the name on the URL (m)")]
    [InlineData("{\"apiVersion\":\"v2\",\"kind\":\"ConfigMap\"}", PlainClient.Apply, "invalid object type: /v2, Kind=ConfigMap")]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"m\",\"managedFields\":[]}}", PlainClient.Apply, "metadata.managedFields must be nil")]
    public async Task Is_a_bad_request(string patch, string contentType, string? message)
    {
        var answer = await Patch(patch, contentType);

        if (message is null)
            Assert.StartsWith("error decoding YAML: error converting YAML to JSON: yaml:", answer.Expect(400).Message, StringComparison.Ordinal);
        else
            answer.ExpectStatus(400, "BadRequest", message);
    }

    [Fact]
    public async Task Because_of_a_type_is_invalid_and_shows_what_it_would_have_made()
    {
        var merged = (await Patch("""{"data":{"a":1}}""", PlainClient.MergePatch)).Expect(422);
        Assert.StartsWith(" \"\" is invalid: patch: Invalid value: \"{\\\"kind\\\":\\\"ConfigMap\\\",", merged.Message, StringComparison.Ordinal);
        Assert.EndsWith("\": json: cannot unmarshal number into Go struct field ConfigMap.data of type string", merged.Message, StringComparison.Ordinal);

        var strategic = (await Patch("""{"data":{"a":1}}""", PlainClient.StrategicPatch)).Expect(422);
        Assert.StartsWith(" \"\" is invalid: patch: Invalid value: \"map[data:map[a:1]]\": ", strategic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_unknown_media_type_names_the_known_ones() => (await Patch("{}", "application/json")).ExpectStatus(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, "
        + "application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml");

    [Fact]
    public async Task Leaves_the_object_as_it_was()
    {
        var path = await NewMap();
        var before = (await _server.Client.Get(path)).Text;

        foreach (var patch in (string[])["{\"data\":{\"a\":1}}", "{\"metadata\":{\"name\":\"x\"}}", "{\"kind\":\"Secret\"}", "{\"apiVersion\":\"v2\"}", "7"])
        {
            Assert.InRange((await _server.Client.Patch($"{path}?fieldManager=m", patch)).Code, 400, 422);
            Assert.InRange((await _server.Client.Patch($"{path}?fieldManager=m", patch, PlainClient.StrategicPatch)).Code, 400, 422);
            Assert.InRange((await _server.Client.Patch($"{path}?fieldManager=m", patch, PlainClient.Apply)).Code, 400, 422);
        }

        Assert.Equal(before, (await _server.Client.Get(path)).Text);
    }

    private async Task<ApiAnswer> Patch(string patch, string contentType) =>
        await _server.Client.Patch($"{await NewMap()}?{(contentType == PlainClient.Apply ? "fieldManager=m" : "")}", patch, contentType);

    private async Task<string> NewMap()
    {
        var maps = $"/api/v1/namespaces/{await _server.Namespace()}/configmaps";
        (await _server.Client.Post(maps, """{"metadata":{"name":"m"},"data":{"a":"1"}}""")).Expect(201);
        return $"{maps}/m";
    }
}
