using System.IO.Compression;
using System.Text;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Http;

public sealed class ObjectThatIsWritten(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly InProcessServer _server = fixture.Server;

    private PlainClient Client => _server.Client;

    [Fact]
    public async Task Gets_its_identity_once()
    {
        var maps = await Maps();

        var created = (await Client.Post(maps, """{"metadata":{"name":"a","uid":"mine","generation":7,"deletionTimestamp":"2020-01-01T00:00:00Z"},"data":{"k":"v"}}""")).Expect(201);

        Assert.Equal("ConfigMap", created.Json.Text("kind"));
        Assert.Equal("v1", created.Json.Text("apiVersion"));
        Assert.Equal(36, created.Metadata.Text("uid")!.Length);
        Assert.NotEmpty(created.Metadata.Text("creationTimestamp")!);
        Assert.False(created.Metadata.Has("deletionTimestamp"));
        Assert.Equal(created.Text.Trim(), (await Client.Get($"{maps}/a")).Expect(200).Text.Trim());
        (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).ExpectStatus(409, "AlreadyExists", "configmaps \"a\" already exists");
        (await Client.Post(maps, """{"metadata":{"name":"b","resourceVersion":"1"}}""")).ExpectStatus(
            400, "BadRequest", "resourceVersion should not be set on objects to be created");
        (await Client.Get($"{maps}/none")).ExpectStatus(404, "NotFound", "configmaps \"none\" not found");
    }

    [Fact]
    public async Task Gets_a_name_where_it_has_only_the_start_of_one()
    {
        var maps = await Maps();

        var names = new HashSet<string>();
        for (var i = 0; i < 5; i++)
            names.Add((await Client.Post(maps, """{"metadata":{"generateName":"start-"}}""")).Expect(201).Metadata.Text("name")!);

        Assert.Equal(5, names.Count);
        Assert.All(names, name => Assert.Matches("^start-[bcdfghjklmnpqrstvwxz2456789]{5}$", name));
    }

    [Fact]
    public async Task Is_not_written_over_a_newer_one()
    {
        var maps = await Maps();
        var first = (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);

        var second = (await Client.Put($"{maps}/a", Map("a", first.Version, "1"))).Expect(200);
        (await Client.Put($"{maps}/a", Map("a", first.Version, "2"))).ExpectStatus(
            409,
            "Conflict",
            "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your changes to the latest version and try again");
        var same = (await Client.Put($"{maps}/a", Map("a", second.Version, "1"))).Expect(200);

        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal(second.Version, same.Version);
        Assert.Equal("3", (await Client.Put($"{maps}/a", Map("a", "", "3"))).Expect(200).Json.Object("data")!.Text("k"));
        (await Client.Put($"{maps}/none", Map("none", "", "1"))).ExpectStatus(404, "NotFound", "configmaps \"none\" not found");
        (await Client.Put($"{maps}/b", Map("a", "", "1"))).ExpectStatus(
            400, "BadRequest", "the name of the object (a) does not match the name on the URL (b)");
        (await Client.Put($"{maps}/a", "{}")).ExpectStatus(
            400, "BadRequest", "the name of the object (a based on URL) was undeterminable: name must be provided");
    }

    [Fact]
    public async Task Keeps_what_identifies_it()
    {
        var maps = await Maps();
        var created = (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);

        (await Client.Patch($"{maps}/a", """{"metadata":{"creationTimestamp":"2001-01-01T00:00:00Z"}}""")).Expect(422);
        (await Client.Patch($"{maps}/a", """{"metadata":{"uid":"other"}}""")).Expect(409);
        var patched = (await Client.Patch($"{maps}/a", """{"metadata":{"generation":99,"labels":{"a":"b"}}}""")).Expect(200);

        Assert.Equal(created.Metadata.Text("uid"), patched.Metadata.Text("uid"));
        Assert.False(patched.Metadata.Has("generation"));
        Assert.Equal("b", patched.Metadata.Object("labels")!.Text("a"));
    }

    [Fact]
    public async Task With_unknown_fields_is_dropped_warned_of_or_refused()
    {
        var maps = await Maps();
        const string body = """{"metadata":{"name":"NAME","foo":1},"data":{"a":"1","a":"2"},"bar":{}}""";
        const string problems = "unknown field \"metadata.foo\", duplicate field \"data.a\", unknown field \"bar\"";

        (await Client.Post($"{maps}?fieldValidation=Strict", body.Replace("NAME", "strict", StringComparison.Ordinal))).ExpectStatus(
            400, "BadRequest", $"ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: {problems}");
        var warned = (await Client.Post(maps, body.Replace("NAME", "warned", StringComparison.Ordinal))).Expect(201);
        var ignored = (await Client.Post($"{maps}?fieldValidation=Ignore", body.Replace("NAME", "ignored", StringComparison.Ordinal))).Expect(201);

        Assert.Equal(
            ["299 - \"unknown field \\\"metadata.foo\\\"\"", "299 - \"duplicate field \\\"data.a\\\"\"", "299 - \"unknown field \\\"bar\\\"\""], warned.Warnings);
        Assert.Empty(ignored.Warnings);
        Assert.Equal("2", warned.Json.Object("data")!.Text("a"));
        Assert.False(warned.Json.Has("bar"));
        Assert.Equal(["ignored", "kube-root-ca.crt", "warned"], (await Client.Get(maps)).ItemNames.Append("kube-root-ca.crt").Distinct().Order(StringComparer.Ordinal));

        (await Client.Patch($"{maps}/warned?fieldValidation=Strict", """{"bar":1}""")).Expect(422);
        Assert.Single((await Client.Patch($"{maps}/warned", """{"bar":1}""")).Expect(200).Warnings);
    }

    [Fact]
    public async Task Dry_is_checked_and_not_kept()
    {
        var maps = await Maps();

        (await Client.Post($"{maps}?dryRun=All", """{"metadata":{"name":"a"}}""")).Expect(201);
        (await Client.Get($"{maps}/a")).Expect(404);
        var created = (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);
        (await Client.Post($"{maps}?dryRun=All", """{"metadata":{"name":"a"}}""")).Expect(409);
        Assert.Equal("b", (await Client.Patch($"{maps}/a?dryRun=All", """{"data":{"a":"b"}}""")).Expect(200).Json.Object("data")!.Text("a"));
        (await Client.Delete($"{maps}/a?dryRun=All")).Expect(200);
        (await Client.Delete($"{maps}/a", """{"kind":"DeleteOptions","apiVersion":"v1","dryRun":["All"]}""")).Expect(200);

        Assert.Equal(created.Text, (await Client.Get($"{maps}/a")).Expect(200).Text);
    }

    [Fact]
    public async Task May_be_YAML_or_compressed()
    {
        var maps = await Maps();
        (await Client.Post(maps, "metadata:\n  name: yaml\ndata:\n  a: 'yes'\n", "application/yaml")).Expect(201);

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write("""{"metadata":{"name":"packed"}}"""u8);
        (await Client.Send("POST", maps, packed.ToArray(), PlainClient.Json, ("Content-Encoding", "gzip"))).Expect(201);

        Assert.Equal("yes", (await Client.Get($"{maps}/yaml")).Json.Object("data")!.Text("a"));
        (await Client.Get($"{maps}/packed")).Expect(200);
    }

    [Fact]
    public async Task Comes_back_compressed_when_it_is_long_and_the_client_can_read_that()
    {
        var maps = await Maps();
        var large = new string('x', 200_000);
        (await Client.Post(maps, $$"""{"metadata":{"name":"large"},"data":{"a":"{{large}}"} }""")).Expect(201);

        foreach (var path in (string[])[maps, $"{maps}/large"])
        {
            var plain = (await Client.Get(path)).Expect(200);
            var packed = (await Client.Get(path, ("Accept-Encoding", "deflate, gzip"))).Expect(200);
            using var gzip = new GZipStream(new MemoryStream(packed.Bytes), CompressionMode.Decompress);
            using var text = new StreamReader(gzip, Encoding.UTF8);

            Assert.False(plain.Headers.ContainsKey("Content-Encoding"));
            Assert.Equal("gzip", Assert.Single(packed.Headers["Content-Encoding"]));
            Assert.True(packed.Bytes.Length < plain.Bytes.Length / 10);
            Assert.Equal(plain.Text, await text.ReadToEndAsync());
        }

        Assert.False((await Client.Get("/api/v1/namespaces", ("Accept-Encoding", "gzip"))).Headers.ContainsKey("Content-Encoding"));
    }

    [Fact]
    public async Task Names_the_version_that_its_manager_spoke()
    {
        var name = await _server.Namespace();
        var v1 = $"/apis/autoscaling/v1/namespaces/{name}/horizontalpodautoscalers";
        var v2 = $"/apis/autoscaling/v2/namespaces/{name}/horizontalpodautoscalers";
        (await Client.Post(
            $"{v1}?fieldManager=old",
            """{"metadata":{"name":"a"},"spec":{"maxReplicas":3,"targetCPUUtilizationPercentage":50,"scaleTargetRef":{"kind":"Deployment","name":"d"}}}""")).Expect(201);
        (await Client.Patch($"{v2}/a?fieldManager=new", """{"spec":{"maxReplicas":5}}""")).Expect(200);

        var managers = (await Client.Get($"{v2}/a")).Metadata.List("managedFields")!.Objects()
            .Select(entry => (entry.Text("manager"), entry.Text("apiVersion"), Fields: JsonTreeWriter.ToText(entry.Object("fieldsV1")!))).ToList();

        Assert.Equal([("old", "autoscaling/v1"), ("new", "autoscaling/v2")], managers.Select(entry => (entry.Item1, entry.Item2)).OrderByDescending(entry => entry.Item1));
        Assert.Contains("f:targetCPUUtilizationPercentage", managers.Single(entry => entry.Item1 == "old").Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("f:maxReplicas", managers.Single(entry => entry.Item1 == "old").Fields, StringComparison.Ordinal);
        Assert.Contains("f:maxReplicas", managers.Single(entry => entry.Item1 == "new").Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_secret_in_texts_belongs_to_its_writer_as_data()
    {
        var secrets = $"/api/v1/namespaces/{await _server.Namespace()}/secrets";
        var created = (await Client.Post(secrets, """{"metadata":{"name":"s"},"stringData":{"a":"1"}}""")).Expect(201);
        var patched = (await Client.Patch($"{secrets}/s", """{"stringData":{"b":"2"}}""")).Expect(200);

        Assert.Contains("""{"f:data":{".":{},"f:a":{}},"f:type":{}}""", created.Text, StringComparison.Ordinal);
        Assert.Contains("\"f:b\"", patched.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stringData", patched.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_its_status_apart_from_its_spec()
    {
        var deployments = $"/apis/apps/v1/namespaces/{await _server.Namespace()}/deployments";
        const string body = """
            {"metadata":{"name":"d"},"spec":{"replicas":1,"selector":{"matchLabels":{"a":"b"}},
             "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}},"status":{"replicas":9}}
            """;
        var created = (await Client.Post(deployments, body)).Expect(201);

        var status = (await Client.Patch($"{deployments}/d/status", """{"spec":{"replicas":7},"status":{"replicas":3}}""")).Expect(200);
        var spec = (await Client.Patch($"{deployments}/d", """{"spec":{"replicas":5},"status":{"replicas":8}}""")).Expect(200);

        Assert.Null(created.Json.Object("status")?.Whole("replicas"));
        Assert.Equal((1, 3, 1), (status.Json.Object("spec")!.Whole("replicas"), status.Json.Object("status")!.Whole("replicas"), status.Metadata.Whole("generation")));
        Assert.Equal((5, 3, 2), (spec.Json.Object("spec")!.Whole("replicas"), spec.Json.Object("status")!.Whole("replicas"), spec.Metadata.Whole("generation")));
    }

    private static string Map(string name, string version, string value) =>
        $$"""{"metadata":{"name":"{{name}}","resourceVersion":"{{version}}"},"data":{"k":"{{value}}"} }""";

    private async Task<string> Maps() => $"/api/v1/namespaces/{await _server.Namespace()}/configmaps";
}
