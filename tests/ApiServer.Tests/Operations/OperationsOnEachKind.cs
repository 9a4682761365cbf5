using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Operations;

/// <summary>What the conformance suite calls the API operations of a kind, for every kind that is kept.</summary>
public sealed class OperationsOnEachKind(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Label = "operations";

    private static int _number;

    private readonly InProcessServer _server = fixture.Server;

    private PlainClient Client => _server.Client;

    public static TheoryData<string> Paths => [.. KindExamples.All.Select(example => example.Path)];

    [Fact]
    public async Task There_is_an_example_of_every_kind_that_is_kept()
    {
        var served = new List<string>();
        foreach (var version in await Versions())
        {
            var resources = (await Client.Get(version)).Expect(200).Json.List("resources")!.Objects();
            served.AddRange(resources.Where(resource => resource.List("verbs")!.Texts().Contains("create") && resource.List("verbs")!.Texts().Contains("watch"))
                .Select(resource => $"{version}{(resource.Flag("namespaced") == true ? "/namespaces/{ns}" : "")}/{resource.Text("name")}"));
        }

        Assert.Equal(served.Order(), KindExamples.All.Select(example => example.Path).Order());
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Are_those_of_kubernetes(string path)
    {
        var given = await Given(path);

        (await Client.Post($"{given.Collection}?dryRun=All", given.Object)).Expect(201);
        (await Client.Get(given.Path)).Expect(404);
        var created = (await Client.Post(given.Collection, given.Object)).Expect(201);
        Assert.NotEmpty(created.Metadata.Text("uid")!);
        Assert.Equal("AlreadyExists", (await Client.Post(given.Collection, given.Object)).Expect(409).Reason);
        Assert.Equal(created.Json.Text("kind"), (await Client.Get(given.Path)).Expect(200).Json.Text("kind"));
        (await Client.Delete(given.Path, """{"dryRun":["All"]}""")).Expect(200);
        (await Client.Get(given.Path)).Expect(200);

        var listed = (await Client.Get($"{given.Collection}?labelSelector={Label}%3D{given.Number}")).Expect(200);
        Assert.Equal([given.Name], listed.ItemNames);
        Assert.Equal($"{created.Json.Text("kind")}List", listed.Json.Text("kind"));
        if (path.Contains("/namespaces/", StringComparison.Ordinal))
        {
            var everywhere = path.Replace("/namespaces/{ns}", "", StringComparison.Ordinal);
            Assert.Equal([given.Name], (await Client.Get($"{everywhere}?labelSelector={Label}%3D{given.Number}")).Expect(200).ItemNames);
        }

        using var watch = await Client.Watch($"{given.Collection}?watch=true&resourceVersion={created.Version}&labelSelector={Label}%3D{given.Number}");
        await ChangesItsLabels(given);
        Assert.Equal($"MODIFIED {given.Name}", await watch.NextShort());

        (await Client.Delete(given.Path, """{"gracePeriodSeconds":0}""")).Expect(200);
        if ((await Client.Get(given.Path)).Code == 200)
            await Finalize(given);
        (await Client.Get(given.Path)).Expect(404);
        await ReadsUntilDeletion(watch, given.Name);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Include_a_collection_that_is_deleted_by_label(string path)
    {
        var given = await Given(path);
        if (path == "/api/v1/namespaces")
            return; // The one kind whose collection cannot be deleted.

        (await Client.Post(given.Collection, given.Object)).Expect(201);

        (await Client.Delete($"{given.Collection}?labelSelector={Label}%3D{given.Number}", """{"gracePeriodSeconds":0}""")).Expect(200);

        if ((await Client.Get(given.Path)).Code == 200)
            await Finalize(given);
        (await Client.Get(given.Path)).Expect(404);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Include_the_status_as_a_resource_of_its_own(string path)
    {
        var given = await Given(path);
        var status = KindExamples.All.First(example => example.Path == path).Status;
        var created = (await Client.Post(given.Collection, given.Object)).Expect(201);
        if (status.Length == 0)
        {
            (await Client.Get($"{given.Path}/status")).Expect(404);
            return;
        }

        (await Client.Get($"{given.Path}/status")).Expect(200);
        var patched = (await Client.Patch(
            $"{given.Path}/status", $$"""{"metadata":{"annotations":{"patched":"true"} },"status":{{status}} }""")).Expect(200);
        Assert.Equal("true", patched.Metadata.Object("annotations")!.Text("patched"));
        var wanted = CloudletK8s.Api.Trees.Json.JsonTreeReader.ReadTrusted(System.Text.Encoding.UTF8.GetBytes(status));
        foreach (var (name, value) in wanted)
            AssertHas(value, patched.Json.Object("status")![name], name);

        // The status does not touch the rest, nor the rest the status.
        Assert.Equal(created.Metadata.Whole("generation"), patched.Metadata.Whole("generation"));
        var replaced = patched.Json.CloneObject();
        replaced.Object("metadata")!.Object("annotations")!.Set("patched", "again");
        var put = (await Client.Put($"{given.Path}/status", Text(replaced))).Expect(200);
        Assert.Equal("again", put.Metadata.Object("annotations")!.Text("patched"));
        Assert.True(Tree.Same(patched.Json["status"], put.Json["status"]), put.Text);
        var main = put.Json.CloneObject();
        main.Remove("status");
        Assert.True(Tree.Same(put.Json["status"], (await Client.Put(given.Path, Text(main))).Expect(200).Json["status"]), "An update must leave the status alone.");
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Come_in_protobuf_and_as_tables_and_metadata(string path)
    {
        const string protobuf = "application/vnd.kubernetes.protobuf";
        var given = await Given(path);
        (await Client.Post(given.Collection, given.Object)).Expect(201);
        var version = (await Client.Get(given.Path)).Expect(200).Version;

        if (!path.StartsWith("/apis/apiregistration", StringComparison.Ordinal))
        {
            // What was read comes back and changes nothing: every field has survived both directions.
            var read = (await Client.Get(given.Path, ("Accept", protobuf))).Expect(200);
            var back = (await Client.Send("PUT", given.Path, read.Bytes, protobuf)).Expect(200);
            Assert.Equal(version, back.Version);
        }

        var table = (await Client.Get(given.Path, ("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io"))).Expect(200);
        Assert.Equal("Table", table.Json.Text("kind"));
        Assert.Equal(given.Name, ((TreeText)table.Json.List("rows")!.Objects().Single().List("cells")![NameColumn(table.Json)]).Value);
        var metadata = (await Client.Get(given.Path, ("Accept", "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io"))).Expect(200);
        Assert.Equal("PartialObjectMetadata", metadata.Json.Text("kind"));
        Assert.False(metadata.Json.Has("spec"));
    }

    [Fact]
    public async Task Of_kinds_that_are_only_answered_have_no_tables()
    {
        var answer = await Client.Send(
            "POST",
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            """{"spec":{"nonResourceAttributes":{"path":"/","verb":"get"}}}""",
            PlainClient.Json,
            ("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io"));

        Assert.Equal("NotAcceptable", answer.Expect(406).Reason);
    }

    private static int NameColumn(TreeObject table) =>
        table.List("columnDefinitions")!.Objects().Select((column, at) => (Name: column.Text("name")!, at)).First(column => column.Name == "Name").at;

    private async Task ChangesItsLabels((string Collection, string Path, string Name, int Number, string Object) given)
    {
        (await Client.Patch(given.Path, """{"metadata":{"labels":{"merged":"yes"}}}""")).Expect(200);
        (await Client.Patch(given.Path, """[{"op":"add","path":"/metadata/labels/added","value":"yes"}]""", PlainClient.JsonPatch)).Expect(200);
        (await Client.Patch(given.Path, """{"metadata":{"labels":{"strategic":"yes"}}}""", PlainClient.StrategicPatch)).Expect(200);
        var now = (await Client.Get(given.Path)).Expect(200).Json;
        (await Client.Patch(
            $"{given.Path}?fieldManager=applier",
            $$"""{"apiVersion":"{{now.Text("apiVersion")}}","kind":"{{now.Text("kind")}}","metadata":{"name":"{{given.Name}}","labels":{"applied":"yes"} } }""",
            PlainClient.Apply)).Expect(200);

        now = (await Client.Get(given.Path)).Expect(200).Json;
        now.Object("metadata")!.Object("labels")!.Set("put", "yes");
        var put = (await Client.Put(given.Path, Text(now))).Expect(200);
        Assert.Equal(
            ["added", "applied", "merged", "put", "strategic"],
            put.Metadata.Object("labels")!.Where(label => label.Value is TreeText { Value: "yes" }).Select(label => label.Key).Order());
        Assert.Equal("Conflict", (await Client.Put(given.Path, Text(now))).Expect(409).Reason);
        Assert.Equal(put.Version, (await Client.Put(given.Path, put.Text)).Expect(200).Version);
    }

    /// <summary>Those that controllers let go of.</summary>
    private async Task Finalize((string Collection, string Path, string Name, int Number, string Object) given)
    {
        if (given.Collection == "/api/v1/namespaces")
        {
            var ending = (await Client.Get(given.Path)).Expect(200).Json;
            Assert.Equal("Terminating", ending.Object("status")!.Text("phase"));
            ending.Object("spec")!.Remove("finalizers");
            (await Client.Put($"{given.Path}/finalize", Text(ending))).Expect(200);
            return;
        }

        (await Client.Patch(given.Path, """{"metadata":{"finalizers":null}}""")).Expect(200);
    }

    private static async Task ReadsUntilDeletion(WatchReader watch, string name)
    {
        string told;
        do
            told = await watch.NextShort();
        while (told == $"MODIFIED {name}");

        Assert.Equal($"DELETED {name}", told);
    }

    private static void AssertHas(Tree wanted, Tree? found, string at)
    {
        switch (wanted)
        {
            case TreeObject members:
                foreach (var (name, value) in members)
                    AssertHas(value, (found as TreeObject)?[name], $"{at}.{name}");
                break;
            case TreeList items:
                for (var i = 0; i < items.Count; i++)
                    AssertHas(items[i], found is TreeList list && list.Count > i ? list[i] : null, $"{at}[{i}]");
                break;
            default:
                Assert.True(Tree.Same(wanted, found), $"{at} is {found}, not {wanted}.");
                break;
        }
    }

    private async Task<(string Collection, string Path, string Name, int Number, string Object)> Given(string path)
    {
        var example = KindExamples.All.First(known => known.Path == path);
        var number = Interlocked.Increment(ref _number);
        var inNamespace = path.Contains("{ns}", StringComparison.Ordinal) ? await _server.Namespace() : "";
        string Local(string text) => text.Replace("{ns}", inNamespace, StringComparison.Ordinal).Replace("{n}", $"{number}", StringComparison.Ordinal);
        var name = Local(example.Name);
        var body = $$"""{"metadata":{"name":"{{name}}","labels":{"{{Label}}":"{{number}}"} },{{Local(example.Body)}} }""";
        var collection = Local(path);
        return (collection, $"{collection}/{name}", name, number, body);
    }

    private async Task<List<string>> Versions() =>
    [
        "/api/v1",
        .. (await Client.Get("/apis")).Expect(200).Json.List("groups")!.Objects()
            .Where(group => !group.Text("name")!.EndsWith("example.com", StringComparison.Ordinal))
            .SelectMany(group => group.List("versions")!.Objects()).Select(version => $"/apis/{version.Text("groupVersion")}"),
    ];

    private static string Text(TreeObject tree) => System.Text.Encoding.UTF8.GetString(CloudletK8s.Api.Trees.Json.JsonTreeWriter.ToUtf8(tree));
}
