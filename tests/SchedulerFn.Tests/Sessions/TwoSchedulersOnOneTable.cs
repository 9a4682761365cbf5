using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.SchedulerFn.Sessions;
using CloudletK8s.Store.AzureTables;
using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.SchedulerFn.Tests.Sessions;

/// <summary>Two servers over one Azurite, each with its scheduler: whoever is elected places the pods, and the other takes over.</summary>
public sealed class TwoSchedulersOnOneTable(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int PodsANode = 4;
    private const int Nodes = 5;

    [Fact]
    public async Task Overcommit_no_node_even_when_one_dies_in_the_middle()
    {
        var table = $"t{Guid.NewGuid():N}"[..20];
        await using var tables = AzureTableStore.Open(azurite.ConnectionString, table);
        await using var otherTables = AzureTableStore.Open(azurite.ConnectionString, table);
        var plane = await ControlPlane.Start(services => [new SchedulerController(services, new())], tables: tables, candidate: "one");
        await using var other = await ControlPlane.Start(services => [new SchedulerController(services, new())], tables: otherTables, candidate: "other");
        try
        {
            for (var i = 0; i < Nodes; i++)
                await Node(plane, $"n{i}");

            // Both hear of every pod; the users of both servers create at the same time.
            await Task.WhenAll(Pods(plane, "a", 10), Pods(other, "b", 10));
            await other.UntilAll<Pod>("default", pods => pods.Count(IsBound) >= 10);
        }
        finally
        {
            await plane.DisposeAsync();
        }

        await Pods(other, "c", 10);
        var all = await other.UntilAll<Pod>("default", pods => pods.Count(IsBound) == Nodes * PodsANode);

        Assert.All(all.Where(IsBound).CountBy(pod => pod.Spec!.NodeName!), node => Assert.Equal(PodsANode, node.Value));
    }

    private static bool IsBound(Pod pod) => pod.Spec?.NodeName is { Length: > 0 };

    private static Task Pods(ControlPlane plane, string prefix, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(i => plane.Create(new Pod
    {
        Metadata = new() { Name = $"{prefix}-{i}", Namespace = "default" },
        Spec = new() { Containers = [new() { Name = "c", Image = "app", Resources = new() { Requests = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse("1") } } }] },
    })));

    private static Task Node(ControlPlane plane, string name)
    {
        var amounts = new Dictionary<string, Quantity> { ["cpu"] = Quantity.Parse($"{PodsANode}"), ["memory"] = Quantity.Parse("8Gi"), ["pods"] = Quantity.Parse("110") };
        return plane.Create(new Node
        {
            Metadata = new() { Name = name },
            Status = new() { Capacity = amounts, Allocatable = amounts, Conditions = [new() { Type = "Ready", Status = "True" }] },
        });
    }
}
