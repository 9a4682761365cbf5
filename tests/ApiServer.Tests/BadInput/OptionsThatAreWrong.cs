using System.Text;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.BadInput;

public sealed class OptionsThatAreWrong(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private readonly PlainClient _client = fixture.Server.Client;

    [Theory]
    [InlineData("labelSelector=a%20b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("labelSelector=%3D", "found '=', expected: !, identifier, or 'end of string'")]
    [InlineData("fieldSelector=metadata.name", "invalid selector: 'metadata.name'; can't understand 'metadata.name'")]
    [InlineData("fieldSelector=spec.foo%3Dx", "field label not supported: spec.foo")]
    [InlineData("limit=abc", "strconv.ParseInt: parsing \"abc\": invalid syntax")]
    [InlineData("limit=99999999999999999999", "strconv.ParseInt: parsing \"99999999999999999999\": value out of range")]
    [InlineData("resourceVersion=abc", "invalid resource version: resourceVersion: Invalid value: \"abc\": strconv.ParseUint: parsing \"abc\": invalid syntax")]
    [InlineData("resourceVersion=-1", "invalid resource version: resourceVersion: Invalid value: \"-1\": strconv.ParseUint: parsing \"-1\": invalid syntax")]
    [InlineData("continue=%25", "invalid continue token: continue key is not valid: illegal base64 data at input byte 0")]
    [InlineData("continue=e30", "invalid continue token: continue key is not valid: server does not recognize this encoded version ")]
    [InlineData("continue=W10", "invalid continue token: continue key is not valid: json: cannot unmarshal array into Go value of type storage.continueToken")]
    public async Task Of_a_list_are_refused(string query, string message)
    {
        (await _client.Get($"{Pods}?{query}")).ExpectStatus(400, "BadRequest", message);
        if (!query.StartsWith("continue", StringComparison.Ordinal))
            (await _client.Get($"{Pods}?watch=true&{query}")).ExpectStatus(400, "BadRequest", message);
    }

    [Theory]
    [InlineData("{\"v\":\"meta.k8s.io/v1\",\"rv\":0,\"start\":\"a/b\"}", ": incorrect encoded start resourceVersion (version meta.k8s.io/v1)")]
    [InlineData("{\"v\":\"meta.k8s.io/v1\",\"rv\":1,\"start\":\"\"}", ": encoded start key empty (version meta.k8s.io/v1)")]
    [InlineData("{\"v\":\"meta.k8s.io/v1\",\"rv\":1,\"start\":\"../../secrets\"}", ": ../../secrets")]
    [InlineData("{\"v\":\"meta.k8s.io/v9\",\"rv\":1,\"start\":\"a/b\"}", ": server does not recognize this encoded version meta.k8s.io/v9")]
    [InlineData("{\"v\":", ": unexpected end of JSON input")]
    public async Task Of_a_forged_continue_token_are_refused(string token, string why) =>
        (await _client.Get($"{Pods}?limit=1&continue={Convert.ToBase64String(Encoding.UTF8.GetBytes(token)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}"))
        .ExpectStatus(400, "BadRequest", $"invalid continue token: continue key is not valid{why}");

    [Theory]
    [InlineData("deployments", "\"spec.x\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"")]
    [InlineData("replicasets", "field label \"spec.x\" not supported for appsv1.ReplicaSet")]
    public async Task Name_the_fields_in_the_words_of_the_group(string resource, string message) =>
        (await _client.Get($"/apis/apps/v1/{resource}?fieldSelector=spec.x%3D1")).ExpectStatus(400, "BadRequest", message);

    [Theory]
    [InlineData("resourceVersionMatch=Exact", "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided")]
    [InlineData("resourceVersionMatch=Exact&resourceVersion=0", "resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")]
    [InlineData("resourceVersionMatch=Foo&resourceVersion=1", "resourceVersionMatch: Unsupported value: \"Foo\": supported values: \"Exact\", \"NotOlderThan\", \"\"")]
    [InlineData("sendInitialEvents=true", "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list")]
    [InlineData("watch=1&resourceVersionMatch=NotOlderThan", "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided")]
    [InlineData("watch=1&sendInitialEvents=true", "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")]
    public async Task That_do_not_go_together_are_invalid(string query, string message) =>
        (await _client.Get($"{Pods}?{query}")).ExpectStatus(422, "Invalid", $"ListOptions.meta.k8s.io \"\" is invalid: {message}");

    [Theory]
    [InlineData("POST", "CreateOptions", "dryRun=Some", "dryRun: Unsupported value: []string{\"Some\"}: supported values: \"All\"")]
    [InlineData("POST", "CreateOptions", "fieldValidation=Loud", "fieldValidation: Unsupported value: \"Loud\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"")]
    [InlineData("PUT", "UpdateOptions", "fieldManager=a%0Ab", "fieldManager: Invalid value: \"a\\nb\": invalid character U+000A (at position 1)")]
    [InlineData("PATCH", "PatchOptions", "force=true", "force: Forbidden: may not be specified for non-apply patch")]
    public async Task Of_a_write_are_invalid(string method, string kind, string query, string message)
    {
        var path = method == "POST" ? Pods : $"{Pods}/a";

        (await _client.Send(method, $"{path}?{query}", "{}", method == "PATCH" ? PlainClient.MergePatch : PlainClient.Json))
            .ExpectStatus(422, "Invalid", $"{kind}.meta.k8s.io \"\" is invalid: {message}");
    }

    [Fact]
    public async Task Of_a_manager_with_a_long_name_are_invalid() =>
        (await _client.Post($"{Pods}?fieldManager={new string('m', 129)}", "{}")).ExpectStatus(
            422, "Invalid", "CreateOptions.meta.k8s.io \"\" is invalid: fieldManager: Too long: may not be more than 128 bytes");

    [Theory]
    [InlineData("?propagationPolicy=Loud", null, "propagationPolicy: Unsupported value: \"Loud\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"")]
    [InlineData("", "{\"propagationPolicy\":\"Orphan\",\"orphanDependents\":true}", "propagationPolicy: Invalid value: \"Orphan\": orphanDependents and deletionPropagation cannot be both set")]
    [InlineData("", "{\"dryRun\":[\"Some\"]}", "dryRun: Unsupported value: []string{\"Some\"}: supported values: \"All\"")]
    public async Task Of_a_deletion_are_invalid(string query, string? body, string message) =>
        (await _client.Delete($"{Pods}/a{query}", body)).ExpectStatus(422, "Invalid", $"DeleteOptions.meta.k8s.io \"\" is invalid: {message}");

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"gracePeriodSeconds\":\"soon\"}")]
    [InlineData("{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}")]
    public async Task Of_a_deletion_that_cannot_be_read_are_refused(string body) =>
        Assert.Equal(400, (await _client.Delete($"{Pods}/a", body)).Code);

    [Theory]
    [InlineData("")]
    [InlineData("&watch=true")]
    public async Task From_the_future_time_out(string more)
    {
        var answer = await _client.Get($"{Pods}?resourceVersion=999999{more}");

        answer.Expect(504);
        Assert.Equal("Timeout", answer.Reason);
        Assert.StartsWith("Timeout: Too large resource version: 999999, current: ", answer.Message, StringComparison.Ordinal);
        Assert.Equal("ResourceVersionTooLarge", answer.Json.Object("details")!.List("causes")!.Objects().Single().Text("reason"));
        Assert.Equal("1", Assert.Single(answer.Headers["Retry-After"]));
    }

    [Theory]
    [InlineData("GET", "/api/v1/foos", 404, "NotFound")]
    [InlineData("GET", "/api/v1/namespaces/default/pods/a/foo", 404, "NotFound")]
    [InlineData("POST", "/api/v1/namespaces/default/pods/a", 405, "MethodNotAllowed")]
    [InlineData("PUT", "/api/v1/namespaces/default/pods", 405, "MethodNotAllowed")]
    [InlineData("PATCH", "/api/v1/namespaces/default/pods", 405, "MethodNotAllowed")]
    [InlineData("FOO", "/api/v1/namespaces/default/pods", 405, "MethodNotAllowed")]
    [InlineData("POST", "/api/v1/pods", 400, "BadRequest")]
    public async Task Of_a_path_that_is_none_are_refused(string method, string path, int code, string reason)
    {
        var answer = await _client.Send(method, path, method == "GET" ? null : "{\"metadata\":{\"name\":\"a\"}}", "application/json");

        Assert.Equal((code, reason), (answer.Code, answer.Reason));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/apis/nothing.example")]
    [InlineData("/apis/apps/v9")]
    [InlineData("/apis/nothing.example/v1/foos")]
    [InlineData("/apis/nothing.example/v1/namespaces/default/foos/a")]
    public async Task Of_a_path_that_nothing_handles_get_a_page_like_any_web_servers(string path)
    {
        var answer = (await _client.Get(path)).Expect(404);

        Assert.Equal("404 page not found\n", answer.Text);
        Assert.Equal("text/plain; charset=utf-8", Assert.Single(answer.Headers["Content-Type"]));
        Assert.Equal("nosniff", Assert.Single(answer.Headers["X-Content-Type-Options"]));
    }

    [Theory]
    [InlineData("A", "a lowercase RFC 1123 subdomain must consist of")]
    [InlineData("a_b", "a lowercase RFC 1123 subdomain must consist of")]
    [InlineData("..", "a lowercase RFC 1123 subdomain must consist of")]
    [InlineData("a/b", "a lowercase RFC 1123 subdomain must consist of")]
    public async Task Of_a_name_that_is_none_are_invalid(string name, string why)
    {
        var answer = await _client.Post("/api/v1/namespaces/default/configmaps", $$"""{"metadata":{"name":"{{name}}"} }""");

        answer.Expect(422);
        Assert.StartsWith($"ConfigMap \"{name}\" is invalid: metadata.name: Invalid value: \"{name}\": {why}", answer.Message, StringComparison.Ordinal);
    }
}
