using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.TestKit.Clients;

public abstract partial class ApiClientSuite
{
    [Fact]
    public async Task Gets_what_was_created()
    {
        var created = await Create(Config("a", "x"));
        var found = await Get<ConfigMap>("a");

        Assert.Equal("x", found.Data!["key"]);
        Assert.Equal(created.Metadata!.Uid, found.Metadata!.Uid);
        Assert.Equal(created.Metadata.ResourceVersion, found.Metadata.ResourceVersion);
        Assert.NotNull(found.Metadata.CreationTimestamp);
    }

    [Fact]
    public async Task Finds_objects_of_the_cluster()
    {
        var found = (await Client.Get<Namespace>(ObjectName.OfCluster("default"), Ending)).Required();
        Assert.Equal("Active", found.Status!.Phase);
    }

    [Fact]
    public async Task Tells_what_is_not_there()
    {
        var absent = Assert.IsType<ApiResult<ConfigMap>.NotFound>(await Client.Get<ConfigMap>(Named("absent"), Ending));
        Assert.Equal("configmaps \"absent\" not found", absent.Status.Message);
        Assert.Equal("absent", absent.Status.Details!.Name);
        Assert.Null(((ApiResult<ConfigMap>)absent).ValueOrNull);
    }

    [Fact]
    public async Task Lists_page_by_page_at_one_revision()
    {
        for (var i = 0; i < 5; i++)
            await Create(Config($"c{i}", app: "paged"));

        var names = new List<string>();
        var revisions = new HashSet<string>();
        var options = new ListOptions { Limit = 2 };
        do
        {
            var page = (await Client.List<ConfigMap>("default", options, Ending)).Required();
            Assert.InRange(page.Items.Count, 1, 2);
            names.AddRange(page.Items.Select(item => item.Metadata!.Name!));
            revisions.Add(page.ResourceVersion);
            options = options with { Continue = page.Continue };
            if (names.Count == 2)
            {
                Assert.Equal(3, page.RemainingItemCount);
                await Create(Config("c9", app: "late"));
            }
        }
        while (options.Continue.Length > 0);

        Assert.Equal(["c0", "c1", "c2", "c3", "c4"], names);
        Assert.Single(revisions);
    }

    [Fact]
    public async Task Lists_what_selectors_pick()
    {
        await Create(Config("a", app: "x"));
        await Create(Config("b", app: "y"));

        var byLabel = (await Client.List<ConfigMap>("", new() { LabelSelector = "app in (y,z)" }, Ending)).Required();
        var byField = (await Client.List<ConfigMap>("", new() { FieldSelector = "metadata.name=a" }, Ending)).Required();
        Assert.Equal("b", Assert.Single(byLabel.Items).Metadata!.Name);
        Assert.Equal("a", Assert.Single(byField.Items).Metadata!.Name);
    }

    [Fact]
    public async Task Throws_the_status_of_a_call_that_is_wrong()
    {
        var refused = await Assert.ThrowsAsync<ApiStatusException>(
            async () => await Client.List<ConfigMap>("", new() { LabelSelector = "a in" }, Ending));
        Assert.Equal(400, refused.Code);
        Assert.Equal("BadRequest", refused.Reason);
    }
}
