using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Admission.Webhooks;
using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.Store.Memory;

namespace CloudletK8s.ApiServer.Tests.Webhooks;

public sealed class ClusterWithoutWebhooks
{
    [Fact]
    public async Task Spends_nothing_on_them()
    {
        await using var cluster = await TestCluster.Start();
        var plugin = new MutatingWebhooks(cluster.Store.Resource(MutatingWebhooks.Resource), null!, TimeProvider.System);
        var request = new AdmissionRequest
        {
            Operation = AdmissionOperation.Create,
            Resource = cluster.Host.Served.Current.Find("", "v1", "pods")!,
            Namespace = "default",
            Name = "p",
            User = Authentication.UserInfo.ApiServer,
            Warnings = [],
        };
        Assert.True(plugin.Handles(request));
        await plugin.Admit(request, CancellationToken.None);
        Assert.False(plugin.Handles(request));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var handled = 0;
        for (var i = 0; i < 1000; i++)
            handled += plugin.Handles(request) ? 1 : 0;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, handled);
        Assert.Null(request.Reinvocation);
    }

    [Fact]
    public async Task Soon_learns_of_one_that_another_server_was_given()
    {
        var tables = new MemoryTableStore();
        await using var one = await TestCluster.Start(tables);
        await using var other = await TestCluster.Start(tables);
        await using var server = await WebhookServer.Start();
        server.Deny("/no", "no", _ => true);
        await one.Create(Hooks.ConfigMaps, Hooks.ConfigMap("before"));

        await other.Validate(Hooks.Hook("no", server.Client("/no"), Hooks.Rule("configmaps")));

        await TestCluster.Refused(() => other.Create(Hooks.ConfigMaps, Hooks.ConfigMap("at-once")));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var i = 0; !await IsRefused(one, $"soon-{i}"); i++)
            limit.Token.ThrowIfCancellationRequested();
    }

    private static async Task<bool> IsRefused(TestCluster cluster, string name)
    {
        try
        {
            await cluster.Create(Hooks.ConfigMaps, Hooks.ConfigMap(name));
            return false;
        }
        catch (Errors.ApiException e)
        {
            Assert.Equal("admission webhook \"no.example.com\" denied the request: no", e.Message);
            return true;
        }
    }
}
