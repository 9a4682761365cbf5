using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;

namespace CloudletK8s.ApiServer.Tests.CustomResources;

public sealed class DefinitionThatChanges
{
    private const string Definition = Definitions.Path + "/crontabs.stable.example.com";
    private const string SecondVersion = """,{"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}""";

    [Fact]
    public async Task Serves_its_objects_in_every_version()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab(versions: SecondVersion));
        await cluster.Create(Definitions.CronTabs, Definitions.Object("a", """{"image":"i"}"""));

        var second = await cluster.Get("/apis/stable.example.com/v2/namespaces/default/crontabs/a");
        await cluster.Patch("/apis/stable.example.com/v2/namespaces/default/crontabs/a", """{"spec":{"image":"j"}}""");

        Assert.Equal("stable.example.com/v2", second.Text("apiVersion"));
        Assert.Equal("i", second.Object("spec")!.Text("image"));
        var first = await cluster.Get(Definitions.CronTabs + "/a");
        Assert.Equal("stable.example.com/v1 j", $"{first.Text("apiVersion")} {first.Object("spec")!.Text("image")}");
    }

    [Fact]
    public async Task Gives_stored_objects_its_new_defaults_and_takes_removed_fields_from_them()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab());
        await cluster.Create(Definitions.CronTabs, Definitions.Object("a", """{"image":"i"}"""));
        await Change(cluster, properties =>
        {
            properties.Remove("image");
            properties.Object("replicas")!.Set("default", 2);
        });

        var shown = await cluster.Get(Definitions.CronTabs + "/a");

        Assert.Equal("""{"cronSpec":"5 0 * * *","replicas":2}""", JsonTreeWriter.ToText(shown["spec"]!));
    }

    [Fact]
    public async Task Holds_its_objects_to_rules_in_CEL()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab(
            """
            {"type":"object","x-kubernetes-validations":[{"rule":"self.metadata.name != 'x'"}],"properties":{"spec":{"type":"object",
              "x-kubernetes-validations":[{"rule":"!has(oldSelf.image) || has(self.image)","message":"image is required once set"}],
              "properties":{"image":{"type":"string"},"replicas":{"type":"integer"}}}}}
            """));
        await cluster.Create(Definitions.CronTabs, Definitions.Object("a", """{"image":"i"}"""));

        var removed = await TestCluster.Refused(() => cluster.Patch(Definitions.CronTabs + "/a", """{"spec":{"image":null}}"""));
        var named = await TestCluster.Refused(() => cluster.Create(Definitions.CronTabs, Definitions.Object("x", "{}")));

        Assert.Equal("CronTab.stable.example.com \"a\" is invalid: spec: Invalid value: \"object\": image is required once set", removed.Message);
        Assert.Contains("failed rule: self.metadata.name != 'x'", named.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_versions_that_objects_were_stored_in()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab(versions: SecondVersion));
        var definition = await cluster.Get(Definition);
        var versions = definition.Object("spec")!.List("versions")!.Objects().ToArray();
        versions[0].Set("storage", false);
        versions[1].Set("storage", true);

        var changed = await cluster.Update(Definition, JsonTreeWriter.ToText(definition));
        changed.Object("spec")!.List("versions")!.RemoveAt(0);
        var refused = await TestCluster.Refused(() => cluster.Update(Definition, JsonTreeWriter.ToText(changed)));

        Assert.Equal(["v1", "v2"], changed.Object("status")!.List("storedVersions")!.Texts());
        Assert.Contains("status.storedVersions[0]: Invalid value: \"v1\": must appear in spec.versions", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_after_its_objects_when_it_is_deleted()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab());
        await cluster.Create(Definitions.CronTabs, Definitions.Object("a", "{}"));
        var objects = cluster.Store.Resource("crontabs.stable.example.com");
        var definitions = cluster.Store.Resource("customresourcedefinitions.apiextensions.k8s.io");
        using var watch = (await definitions.Watch(definitions.Revision, CancellationToken.None))!;

        await cluster.Delete(Definition);
        var marked = await Next(watch);
        var gone = await Next(watch);

        var tree = JsonTreeReader.ReadTrusted(marked.Object.Json.Span);
        Assert.Equal(["customresourcecleanup.apiextensions.k8s.io"], tree.Object("metadata")!.List("finalizers")!.Texts());
        Assert.Equal(ChangeType.Deleted, gone.Type);
        Assert.Null(await objects.Get(new("default", "a"), CancellationToken.None));
        Assert.Equal(404, (await TestCluster.Refused(() => cluster.Get(Definitions.CronTabs + "/a"))).Code);
        await cluster.Create(Definitions.Path, Definitions.CronTab());
        await cluster.Create(Definitions.CronTabs, Definitions.Object("a", "{}"));
    }

    [Fact]
    public async Task Waits_for_an_object_that_is_held_and_goes_at_once_after_it()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab());
        await cluster.Create(Definitions.CronTabs, Definitions.Object("a", "{}"));
        await cluster.Patch(Definitions.CronTabs + "/a", """{"metadata": {"finalizers": ["example.com/held"]}}""");
        var objects = cluster.Store.Resource("crontabs.stable.example.com");
        var definitions = cluster.Store.Resource("customresourcedefinitions.apiextensions.k8s.io");
        using var watch = (await definitions.Watch(definitions.Revision, CancellationToken.None))!;
        using var marks = (await objects.Watch(objects.Revision, CancellationToken.None))!;
        await cluster.Delete(Definition);
        Assert.Equal(ChangeType.Modified, (await Next(watch)).Type);
        Assert.Equal(ChangeType.Modified, (await Next(marks)).Type);

        await cluster.Patch(Definitions.CronTabs + "/a", """{"metadata": {"finalizers": null}}""");

        Assert.Equal(ChangeType.Deleted, (await Next(watch)).Type);
    }

    [Fact]
    public async Task Takes_thousands_of_objects_with_it()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 10_000),
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (i, _) => await cluster.Create(Definitions.CronTabs, Definitions.Object($"tab-{i}", "{}")));
        var objects = cluster.Store.Resource("crontabs.stable.example.com");
        var definitions = cluster.Store.Resource("customresourcedefinitions.apiextensions.k8s.io");
        using var watch = (await definitions.Watch(definitions.Revision, CancellationToken.None))!;

        await cluster.Delete(Definition);
        Assert.Equal(ChangeType.Modified, (await Next(watch)).Type);
        Assert.Equal(ChangeType.Deleted, (await Next(watch)).Type);

        Assert.Equal(0, ((ReadResult.Found)await objects.Read(ReadAt.Newest.Instance, CancellationToken.None)).Snapshot.Count);
    }

    [Fact]
    public async Task Is_served_by_another_server_of_the_cluster()
    {
        var tables = new MemoryTableStore();
        await using var one = await TestCluster.Start(tables);
        await using var other = await TestCluster.Start(tables);
        Assert.Equal(404, (await TestCluster.Refused(() => other.Get(Definitions.CronTabs + "/a"))).Code);

        await one.Create(Definitions.Path, Definitions.CronTab());
        await one.Create(Definitions.CronTabs, Definitions.Object("a", "{}"));

        Assert.Equal("CronTab", (await other.Get(Definitions.CronTabs + "/a")).Text("kind"));
        Assert.Contains(await Kinds(other), kind => kind == "CronTab");
    }

    [Fact]
    public async Task Waits_for_names_that_another_has()
    {
        await using var cluster = await TestCluster.Start();
        await cluster.Create(Definitions.Path, Definitions.CronTab());
        await cluster.Create(Definitions.Path, Definitions.CronTab().Replace("crontabs", "others", StringComparison.Ordinal));

        var other = await cluster.Get(Definitions.Path + "/others.stable.example.com");

        Assert.Contains(
            other.Object("status")!.List("conditions")!.Objects(),
            condition => condition.Text("type") == "NamesAccepted" && condition.Text("status") == "False" && condition.Text("reason") == "ListKindConflict");
        Assert.Equal(404, (await TestCluster.Refused(() => cluster.Get("/apis/stable.example.com/v1/namespaces/default/others/a"))).Code);
    }

    private static async Task<IReadOnlyList<string>> Kinds(TestCluster cluster) =>
        [.. (await cluster.Host.Served.Newest(CancellationToken.None)).Kinds.Select(kind => kind.Kind)];

    private static async Task<Change> Next(IWatchCursor watch)
    {
        Change? change;
        while (!watch.TryRead(out change))
            Assert.True(await watch.WaitToRead(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
        return change;
    }

    private static async Task Change(TestCluster cluster, Action<TreeObject> change)
    {
        var definition = await cluster.Get(Definition);
        change(definition.Object("spec")!.List("versions")!.Objects().First().Object("schema", "openAPIV3Schema")!.Object("properties", "spec")!.Object("properties")!);
        await cluster.Update(Definition, JsonTreeWriter.ToText(definition));
    }
}
