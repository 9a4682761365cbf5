using System.Diagnostics.CodeAnalysis;

namespace CloudletK8s.Store;

/// <summary>A place in a resource's changes. Not safe for concurrent use; disposing it lets the store stop following the log.</summary>
public interface IWatchCursor : IDisposable
{
    /// <summary>Everything up to this revision has been read from the cursor.</summary>
    long Revision { get; }

    /// <summary>The next change if it is already at hand.</summary>
    bool TryRead([NotNullWhen(true)] out Change? change);

    /// <summary>
    /// Waits for a change. False: the reader fell further behind than the store keeps in memory, and must start again (410 Gone).
    /// </summary>
    ValueTask<bool> WaitToRead(CancellationToken cancellationToken);
}
