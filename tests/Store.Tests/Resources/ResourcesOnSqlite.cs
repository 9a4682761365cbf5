using CloudletK8s.Store.Sqlite;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Stores;

namespace CloudletK8s.Store.Tests.Resources;

public sealed class ResourcesOnSqlite : ResourceStoreSuite
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cloudlet-resources-");

    protected override ValueTask<ITableStore> OpenTables() => new(SqliteTableStore.Open(_directory.FullName));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
