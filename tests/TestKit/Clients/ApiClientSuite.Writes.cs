using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.TestKit.Clients;

public abstract partial class ApiClientSuite
{
    [Fact]
    public async Task Tells_that_a_name_is_taken()
    {
        await Create(Config("a"));
        var taken = Assert.IsType<ApiResult<ConfigMap>.AlreadyExists>(await Client.Create(Config("a"), WriteOptions.Default, Ending));
        Assert.Equal("configmaps \"a\" already exists", taken.Status.Message);
    }

    [Fact]
    public async Task Tells_that_the_namespace_is_not_there()
    {
        var config = Config("a");
        var nowhere = config with { Metadata = config.Metadata! with { Namespace = "nowhere" } };
        Assert.IsType<ApiResult<ConfigMap>.NotFound>(await Client.Create(nowhere, WriteOptions.Default, Ending));
    }

    [Fact]
    public async Task Tells_every_field_that_is_invalid()
    {
        var wrong = new ConfigMap
        {
            Metadata = new() { Name = "Not_A_Name", Namespace = "default" },
            Data = new Dictionary<string, string> { ["not a key"] = "" },
        };
        var invalid = Assert.IsType<ApiResult<ConfigMap>.Invalid>(await Client.Create(wrong, WriteOptions.Default, Ending));
        Assert.Equal(["data[not a key]", "metadata.name"], invalid.Causes.Select(cause => cause.Field).Order());
    }

    [Fact]
    public async Task Names_what_has_only_the_beginning_of_a_name()
    {
        var created = await Create(new ConfigMap { Metadata = new() { GenerateName = "part-", Namespace = "default" } });
        Assert.StartsWith("part-", created.Metadata!.Name, StringComparison.Ordinal);
        Assert.True(created.Metadata.Name!.Length > "part-".Length);
    }

    [Fact]
    public async Task Updates_only_the_revision_that_was_seen()
    {
        var seen = await Create(Config("a"));
        var first = (await Client.Update(seen with { Data = new Dictionary<string, string> { ["key"] = "2" } }, WriteOptions.Default, Ending)).Required();
        var second = await Client.Update(seen with { Data = new Dictionary<string, string> { ["key"] = "3" } }, WriteOptions.Default, Ending);

        Assert.NotEqual(seen.Metadata!.ResourceVersion, first.Metadata!.ResourceVersion);
        var conflict = Assert.IsType<ApiResult<ConfigMap>.Conflict>(second);
        Assert.Equal("Conflict", conflict.Status.Reason);
        Assert.Equal("2", (await Get<ConfigMap>("a")).Data!["key"]);
    }

    [Fact]
    public async Task Updates_the_status_and_nothing_else()
    {
        var created = await Create(Deployed("d", 2));
        var changed = created with { Spec = created.Spec! with { Replicas = 5 }, Status = new() { Replicas = 2, ReadyReplicas = 1 } };
        var updated = (await Client.UpdateStatus(changed, WriteOptions.Default, Ending)).Required();

        Assert.Equal(2, updated.Spec!.Replicas);
        Assert.Equal(1, updated.Status!.ReadyReplicas);
    }

    [Fact]
    public async Task Stores_nothing_in_a_dry_run()
    {
        var made = (await Client.Create(Config("a"), new() { DryRun = true }, Ending)).Required();
        Assert.NotNull(made.Metadata!.Uid);
        Assert.IsType<ApiResult<ConfigMap>.NotFound>(await Client.Get<ConfigMap>(Named("a"), Ending));
    }

    [Fact]
    public async Task Owns_fields_as_its_own_manager_unless_told_otherwise()
    {
        var own = await Create(Config("a"));
        var other = (await Client.Create(Config("b"), new() { FieldManager = "other" }, Ending)).Required();
        Assert.Equal("suite", Assert.Single(own.Metadata!.ManagedFields!).Manager);
        Assert.Equal("other", Assert.Single(other.Metadata!.ManagedFields!).Manager);
    }

    private static Deployment Deployed(string name, int replicas) => new()
    {
        Metadata = new() { Name = name, Namespace = "default" },
        Spec = new()
        {
            Replicas = replicas,
            Selector = new() { MatchLabels = new Dictionary<string, string> { ["app"] = name } },
            Template = new()
            {
                Metadata = new() { Labels = new Dictionary<string, string> { ["app"] = name } },
                Spec = new() { Containers = [new() { Name = "main", Image = "registry.example/main:1" }] },
            },
        },
    };
}
