using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>A cursor on custom resources; while it is open, their definition is followed.</summary>
internal sealed class CustomWatchCursor(IWatchCursor inner, IDisposable following) : IWatchCursor
{
    public long Revision => inner.Revision;

    public bool TryRead([NotNullWhen(true)] out Change? change) => inner.TryRead(out change);

    public ValueTask<bool> WaitToRead(CancellationToken cancellationToken) => inner.WaitToRead(cancellationToken);

    public void Dispose()
    {
        inner.Dispose();
        following.Dispose();
    }
}
