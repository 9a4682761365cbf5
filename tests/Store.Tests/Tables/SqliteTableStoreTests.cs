using CloudletK8s.Store.Sqlite;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Tables;

namespace CloudletK8s.Store.Tests.Tables;

public sealed class SqliteTableStoreTests : TableStoreSuite
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cloudlet-sqlite-");

    protected override ValueTask<ITableStore> Open() => new(SqliteTableStore.Open(_directory.FullName));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
