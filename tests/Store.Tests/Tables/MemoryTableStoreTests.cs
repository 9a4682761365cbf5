using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Tables;

namespace CloudletK8s.Store.Tests.Tables;

public sealed class MemoryTableStoreTests : TableStoreSuite
{
    protected override ValueTask<ITableStore> Open() => new(new MemoryTableStore());
}
