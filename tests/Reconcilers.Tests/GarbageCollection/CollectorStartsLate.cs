using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.GarbageCollection;
using CloudletK8s.Store.Memory;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.GarbageCollection;

public sealed class CollectorStartsLate
{
    [Fact]
    public async Task It_does_what_happened_before()
    {
        var tables = new MemoryTableStore(isExclusive: true);
        await using (var before = await ControlPlane.Start(static _ => [], tables: tables))
        {
            var name = await before.Namespace();
            var owner = await before.Create(new ConfigMap { Metadata = new() { Name = "owner", Namespace = name } });
            var waiting = await before.Create(new ConfigMap { Metadata = new() { Name = "waiting", Namespace = name } });
            await Child(before, name, owner);
            await Child(before, name, waiting);
            await before.Delete<ConfigMap>(name, "owner");
            await before.Delete<ConfigMap>(name, "waiting", "Foreground");
        }

        await using var plane = await ControlPlane.Start(services => [new GarbageCollector(services)], tables: tables);
        await plane.Quiet();

        Assert.Empty(await plane.List<ConfigMap>("test-1"));
    }

    private static Task<ConfigMap> Child(ControlPlane plane, string inNamespace, ConfigMap owner) => plane.Create(new ConfigMap
    {
        Metadata = new()
        {
            Name = $"child-of-{owner.Metadata!.Name}",
            Namespace = inNamespace,
            OwnerReferences = [new() { ApiVersion = "v1", Kind = "ConfigMap", Name = owner.Metadata.Name, Uid = owner.Metadata.Uid, BlockOwnerDeletion = true }],
        },
    });
}
