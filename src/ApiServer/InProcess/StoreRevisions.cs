using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>Asks the store: no I/O where no other process writes to it, one point read of the head row where others may.</summary>
public sealed class StoreRevisions(ServedResources served) : IResourceRevisions
{
    public async ValueTask<long> Newest(KindInfo kind, CancellationToken cancellationToken)
    {
        var store = served.Store(kind.Group, kind.Version, kind.Plural);
        return await store.Read(ReadAt.Newest.Instance, cancellationToken) is ReadResult.Found found ? found.Snapshot.Revision : 0;
    }
}
