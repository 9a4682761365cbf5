using System.IO.Compression;
using System.Text;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.BadInput;

public sealed class BodyThatIsNoObject(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Maps = "/api/v1/namespaces/default/configmaps";
    private readonly InProcessServer _server = fixture.Server;

    [Theory]
    [InlineData("", "couldn't get version/kind; json parse error: unexpected end of JSON input (<empty>)")]
    [InlineData("x", "couldn't get version/kind; json parse error: invalid character 'x' looking for beginning of value (78)")]
    [InlineData("{\"a\":", "couldn't get version/kind; json parse error: unexpected end of JSON input ({\"a\":)")]
    [InlineData("{\"a\":1}}", "couldn't get version/kind; json parse error: invalid character '}' after top-level value ({\"a\":1}})")]
    [InlineData("{\"metadata\":{\"name\":\"a-name-longer\"},}", "couldn't get version/kind; json parse error: invalid character '}' looking for beginning of object key string ({\"metadata\":{\"name\":\"a-name-lo ...)")]
    [InlineData("[]", "couldn't get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" } (5b5d)")]
    [InlineData("{\"kind\":1}", "couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string ({\"kind\":1})")]
    [InlineData("{\"apiVersion\":\"a/b/c\"}", "unexpected GroupVersion string: a/b/c ({\"apiVersion\":\"a/b/c\"})")]
    public async Task Is_unrecognized(string body, string why) => (await _server.Client.Post(Maps, body)).ExpectStatus(
        400, "BadRequest", $"the object provided is unrecognized (must be of type ConfigMap): {why}");

    [Theory]
    [InlineData("{\"kind\":\"Service\",\"apiVersion\":\"v1\"}", "Service in version \"v1\" cannot be handled as a ConfigMap: converting (v1.Service) to (core.ConfigMap): unknown conversion")]
    [InlineData("{\"kind\":\"Foo\",\"apiVersion\":\"v1\"}", "Foo in version \"v1\" cannot be handled as a ConfigMap: no kind \"Foo\" is registered for version \"v1\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"")]
    [InlineData("{\"kind\":\"ConfigMap\",\"apiVersion\":\"apps/v7\"}", "ConfigMap in version \"v7\" cannot be handled as a ConfigMap: no kind \"ConfigMap\" is registered for version \"apps/v7\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"")]
    [InlineData("{\"metadata\":7}", "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.metadata of type v1.ObjectMeta")]
    [InlineData("{\"data\":{\"a\":1}}", "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string")]
    [InlineData("{\"binaryData\":{\"a\":\"%\"}}", "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: illegal base64 data at input byte 0")]
    public async Task Of_another_type_cannot_be_handled(string body, string message) =>
        (await _server.Client.Post(Maps, body)).ExpectStatus(400, "BadRequest", message);

    [Fact]
    public async Task Of_another_version_of_its_kind_is_refused() =>
        (await _server.Client.Post(
            "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers",
            """{"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","metadata":{"name":"a"}}"""))
        .ExpectStatus(400, "BadRequest", "the API version in the data (autoscaling/v2) does not match the expected API version (autoscaling/v1)");

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Of_nothing_lacks_its_name(string body) => (await _server.Client.Post(Maps, body)).ExpectStatus(
        422, "Invalid", "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required");

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Nested_ten_thousand_deep_is_refused(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 10_001)) + "1" + string.Concat(Enumerable.Repeat(close, 10_001));

        foreach (var body in (string[])[deep, $"{{\"metadata\":{{\"name\":\"deep\"}},\"data\":{deep}}}", $"{{\"unknown\":{deep}}}"])
        {
            var answer = (await _server.Client.Post(Maps, body)).Expect(400);
            Assert.Contains("exceeded max depth", answer.Message, StringComparison.Ordinal);
            Assert.Equal(400, (await _server.Client.Post(Maps, body, "application/yaml")).Code);
            Assert.Equal(400, (await _server.Client.Patch($"{Maps}/kube-root-ca.crt", body)).Code is var code && code is 400 or 404 ? 400 : code);
        }
    }

    [Theory]
    [InlineData("a: [1", "yaml:")]
    [InlineData("- 1\n- 2", "couldn't get version/kind; json parse error: json: cannot unmarshal array")]
    public async Task Of_broken_YAML_is_unrecognized(string body, string start)
    {
        var answer = (await _server.Client.Post(Maps, body, "application/yaml")).Expect(400);

        Assert.StartsWith($"the object provided is unrecognized (must be of type ConfigMap): {start}", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_broken_protobuf_is_unrecognized()
    {
        (await _server.Client.Post(Maps, "nothing", "application/vnd.kubernetes.protobuf")).ExpectStatus(
            400,
            "BadRequest",
            "the object provided is unrecognized (must be of type ConfigMap): provided data does not appear to be a protobuf message, expected prefix [107 56 115 0] (6e6f7468696e67)");
        Assert.Equal(400, (await _server.Client.Send(
            "POST", Maps, [0x6b, 0x38, 0x73, 0, 0x12, 0xff, 0xff, 0xff, 0xff, 0x0f, 1], "application/vnd.kubernetes.protobuf")).Code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/merge-patch+json")]
    [InlineData("&/(")]
    public async Task Of_another_media_type_is_refused(string contentType) => (await _server.Client.Post(Maps, "{}", contentType)).ExpectStatus(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf");

    [Fact]
    public async Task Of_more_than_three_megabytes_is_too_large()
    {
        const string message = "Request entity too large: limit is 3145728";
        var name = $"{{\"metadata\":{{\"name\":\"large\"}},\"data\":{{\"a\":\"{new string('x', 3 * 1024 * 1024)}\"}}}}";
        (await _server.Client.Post(Maps, name)).ExpectStatus(413, "RequestEntityTooLarge", message);

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(name));
        (await _server.Client.Send("POST", Maps, packed.ToArray(), "application/json", ("Content-Encoding", "gzip")))
            .ExpectStatus(413, "RequestEntityTooLarge", message);
        Assert.Equal(404, (await _server.Client.Get($"{Maps}/large")).Code);
    }

    [Fact]
    public async Task Of_broken_gzip_is_refused() =>
        Assert.Equal(400, (await _server.Client.Send("POST", Maps, [1, 2, 3], "application/json", ("Content-Encoding", "gzip"))).Code);

    [Fact]
    public async Task Leaves_one_line_in_the_log()
    {
        var marker = Guid.NewGuid().ToString("N");

        await _server.Client.Post(Maps, $"{{\"kind\":\"{marker}\\nFake\"}}");

        Assert.Single(_server.Log, line => line.Contains(marker, StringComparison.Ordinal));
        Assert.DoesNotContain(_server.Log, line => line.StartsWith("Fake", StringComparison.Ordinal));
        Assert.True(_server.Failures.Length == 0, _server.Failures);
    }
}
