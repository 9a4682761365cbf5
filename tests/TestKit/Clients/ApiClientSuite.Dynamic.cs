using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.TestKit.Clients;

/// <summary>Objects of kinds that the caller has no records of.</summary>
public abstract partial class ApiClientSuite
{
    private static readonly KindInfo Configs = BuiltInKinds.Of<ConfigMap>();

    [Fact]
    public async Task Any_object_is_its_metadata()
    {
        var made = (await Client.Create(Config("a", app: "x"), WriteOptions.Default, Ending)).Required();

        var found = (await Client.Dynamic.Get(Configs, Named("a"), Ending)).Required();

        Assert.Equal(made.Metadata!.Uid, found.Metadata.Uid);
        Assert.Equal(made.Metadata.ResourceVersion, found.Metadata.ResourceVersion);
        Assert.Equal("x", found.Metadata.Labels!["app"]);
        Assert.Null(found.Metadata.ManagedFields);
        Assert.IsType<ApiResult<PartialObject>.NotFound>(await Client.Dynamic.Get(Configs, Named("b"), Ending));
    }

    [Fact]
    public async Task Any_resource_can_be_listed()
    {
        await Client.Create(Config("a"), WriteOptions.Default, Ending);
        await Client.Create(Config("b"), WriteOptions.Default, Ending);

        var found = (await Client.Dynamic.List(Configs, "default", Ending)).Required();

        Assert.Equal(["a", "b"], found.Select(obj => obj.Metadata.Name).Where(name => name!.Length == 1));
        Assert.All(found, obj => Assert.NotEmpty(obj.Metadata.Uid!));
    }

    [Fact]
    public async Task Any_object_can_be_patched_on_its_revision()
    {
        var made = (await Client.Create(Config("a"), WriteOptions.Default, Ending)).Required();

        var patched = await Client.Dynamic.Patch(Configs, Named("a"), Labelling(made.Metadata!.ResourceVersion!), Ending);
        Assert.Equal("x", patched.Required().Metadata.Labels!["app"]);
        Assert.IsType<ApiResult<PartialObject>.Conflict>(await Client.Dynamic.Patch(Configs, Named("a"), Labelling(made.Metadata.ResourceVersion!), Ending));
    }

    [Fact]
    public async Task Any_object_can_be_deleted()
    {
        var made = (await Client.Create(Config("a"), WriteOptions.Default, Ending)).Required();

        Assert.IsType<ApiResult<Deletion<PartialObject>>.Conflict>(
            await Client.Dynamic.Delete(Configs, Named("a"), new() { Preconditions = new() { Uid = "another" } }, Ending));
        Assert.Null((await Client.Dynamic.Delete(Configs, Named("a"), new() { Preconditions = new() { Uid = made.Metadata!.Uid } }, Ending)).Required().Object);
    }

    private static ObjectPatch.Merge Labelling(string revision)
    {
        var metadata = new TreeObject();
        metadata.Set("resourceVersion", revision);
        metadata.Set("labels", new TreeObject { ["app"] = new TreeText("x") });
        return new(new() { ["metadata"] = metadata });
    }
}
