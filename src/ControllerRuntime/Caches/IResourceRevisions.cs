using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>Tells how new a cache must be to hold everything that was acknowledged to anybody before the question.</summary>
public interface IResourceRevisions
{
    ValueTask<long> Newest(KindInfo kind, CancellationToken cancellationToken);
}
