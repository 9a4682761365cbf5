using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.BadInput;

/// <summary>A custom resource's definition gives no default for its type, so a body has to name it.</summary>
public sealed class CustomResourceOfAnotherType : IAsyncLifetime
{
    private const string Things = "/apis/test.example.com/v1/namespaces/default/things";
    private InProcessServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await InProcessServer.Start();
        (await _server.Client.Post(
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
            """
            {"metadata":{"name":"things.test.example.com"},"spec":{"group":"test.example.com","scope":"Namespaced",
             "names":{"plural":"things","singular":"thing","kind":"Thing","listKind":"ThingList"},
             "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"size":{"type":"integer"}}}}}}}]}}
            """)).Expect(201);
        (await _server.Client.Get(Things)).Expect(200); // What a definition says is served before its write is answered.
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("{}", 400, "the object provided is unrecognized (must be of type Thing): Object 'Kind' is missing in '{}' ({})")]
    [InlineData("{\"kind\":\"Thing\"}", 400, "the API version in the data () does not match the expected API version (test.example.com/v1)")]
    [InlineData("{\"kind\":\"Other\",\"apiVersion\":\"test.example.com/v1\"}", 422, "Thing.test.example.com \"\" is invalid: kind: Invalid value: \"Other\": must be Thing")]
    [InlineData("{\"kind\":\"Thing\",\"apiVersion\":\"test.example.com/v1\",\"metadata\":{\"name\":\"a\"},\"spec\":{\"size\":\"x\"}}", 422, "Thing.test.example.com \"a\" is invalid: spec.size: Invalid value: \"string\": spec.size in body must be of type integer: \"string\"")]
    [InlineData("{\"kind\":\"Thing\",\"apiVersion\":\"test.example.com/v1\",\"metadata\":{\"name\":\"a\",\"labels\":{\"a\":1}}}", 400, "Thing in version \"v1\" cannot be handled as a Thing: json: cannot unmarshal number into Go struct field ObjectMeta.labels of type string")]
    public async Task Is_refused(string body, int code, string message)
    {
        var answer = (await _server.Client.Post(Things, body)).Expect(code);

        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task In_protobuf_or_patched_strategically_is_of_an_unknown_format()
    {
        (await _server.Client.Post(Things, "k8s", "application/vnd.kubernetes.protobuf")).ExpectStatus(
            415,
            "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml");
        (await _server.Client.Patch($"{Things}/a", "{}", PlainClient.StrategicPatch)).ExpectStatus(
            415,
            "UnsupportedMediaType",
            "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
    }
}
