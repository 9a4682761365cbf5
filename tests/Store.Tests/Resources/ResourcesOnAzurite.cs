using CloudletK8s.Store.AzureTables;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Stores;

namespace CloudletK8s.Store.Tests.Resources;

public sealed class ResourcesOnAzurite(AzuriteFixture azurite) : ResourceStoreSuite, IClassFixture<AzuriteFixture>
{
    protected override ValueTask<ITableStore> OpenTables() => new(AzureTableStore.Open(azurite.ConnectionString, "resources"));
}
