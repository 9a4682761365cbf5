using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.TestKit.Clients;

public abstract partial class ApiClientSuite
{
    [Fact]
    public async Task Merges_a_patch()
    {
        await Create(Config("a"));
        var patched = await Patch<ConfigMap>("a", new ObjectPatch.Merge(Json.Object("""{"data":{"key":null,"other":"2"}}""")));
        Assert.Equal(["other"], patched.Data!.Keys);
    }

    [Fact]
    public async Task Performs_the_operations_of_a_patch()
    {
        await Create(Config("a"));
        var patched = await Patch<ConfigMap>("a", Operations("""[{"op":"test","path":"/data/key","value":"1"},{"op":"replace","path":"/data/key","value":"2"}]"""));
        Assert.Equal("2", patched.Data!["key"]);

        var refused = await Client.Patch<ConfigMap>(
            Named("a"), Operations("""[{"op":"test","path":"/data/key","value":"1"}]"""), "", WriteOptions.Default, Ending);
        Assert.IsType<ApiResult<ConfigMap>.Invalid>(refused);
    }

    [Fact]
    public async Task Merges_lists_by_their_keys_in_a_strategic_patch()
    {
        await Create(Deployed("d", 1));
        var patched = await Patch<Deployment>("d", new ObjectPatch.Strategic(
            Json.Object("""{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"registry.example/side:1"}]}}}}""")));
        Assert.Equal(["main", "side"], patched.Spec!.Template!.Spec!.Containers!.Select(container => container.Name).Order());
    }

    [Fact]
    public async Task Patches_a_status()
    {
        await Create(Deployed("d", 1));
        var change = new ObjectPatch.Merge(Json.Object("""{"status":{"replicas":1}}"""));
        var patched = (await Client.Patch<Deployment>(Named("d"), change, "status", WriteOptions.Default, Ending)).Required();
        Assert.Equal(1, patched.Status!.Replicas);
    }

    [Fact]
    public async Task Tells_that_there_is_nothing_to_patch()
    {
        var change = new ObjectPatch.Merge(Json.Object("{}"));
        Assert.IsType<ApiResult<ConfigMap>.NotFound>(await Client.Patch<ConfigMap>(Named("absent"), change, "", WriteOptions.Default, Ending));
    }

    [Fact]
    public async Task Applies_what_it_wants_and_takes_over_by_force_only()
    {
        var made = await Patch<ConfigMap>("a", ObjectPatch.Apply.Of(Config("a", "1"), force: false));
        Assert.Equal("Apply", Assert.Single(made.Metadata!.ManagedFields!).Operation);

        var other = new WriteOptions { FieldManager = "other" };
        var wanted = Config("a", "2");
        var conflict = await Client.Patch<ConfigMap>(Named("a"), ObjectPatch.Apply.Of(wanted, force: false), "", other, Ending);
        var causes = Assert.IsType<ApiResult<ConfigMap>.Conflict>(conflict).Status.Details!.Causes!;
        Assert.Equal(".data.key", Assert.Single(causes).Field);

        var taken = (await Client.Patch<ConfigMap>(Named("a"), ObjectPatch.Apply.Of(wanted, force: true), "", other, Ending)).Required();
        Assert.Equal("2", taken.Data!["key"]);
    }

    [Fact]
    public async Task Applies_a_record_without_owning_what_it_never_set()
    {
        var made = await Patch<Deployment>("d", ObjectPatch.Apply.Of(Deployed("d", 3), force: false));
        var owned = Json.Text(Assert.Single(made.Metadata!.ManagedFields!).FieldsV1);
        Assert.Contains("f:replicas", owned, StringComparison.Ordinal);
        Assert.DoesNotContain("f:status", owned, StringComparison.Ordinal);
        Assert.DoesNotContain("f:strategy", owned, StringComparison.Ordinal);
        Assert.DoesNotContain("f:resources", owned, StringComparison.Ordinal);
        Assert.DoesNotContain("f:creationTimestamp", owned, StringComparison.Ordinal);
    }

    private async Task<T> Patch<T>(string name, ObjectPatch patch) where T : class, Api.Kinds.IApiObject =>
        (await Client.Patch<T>(Named(name), patch, "", WriteOptions.Default, Ending)).Required();

    private static ObjectPatch.Json Operations(string json) => new((Api.Trees.TreeList)Json.Tree(json));
}
