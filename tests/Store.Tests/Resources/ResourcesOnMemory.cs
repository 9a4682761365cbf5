using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Stores;

namespace CloudletK8s.Store.Tests.Resources;

public sealed class ResourcesOnMemory : ResourceStoreSuite
{
    protected override ValueTask<ITableStore> OpenTables() => new(new MemoryTableStore());
}
