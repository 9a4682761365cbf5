using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources.Conversion;

/// <summary>Hands out changes only after their objects have been converted, so that whoever encodes them need not wait.</summary>
internal sealed class ConvertingCursor(IWatchCursor inner, CustomVersion version) : IWatchCursor
{
    /// <summary>Changes that are converted in one go.</summary>
    private const int MostTogether = 256;

    private readonly Queue<Change> _ready = new();
    private long? _read;

    /// <summary>What was only read ahead does not count.</summary>
    public long Revision => _ready.Count > 0 ? _read ?? _ready.Peek().Revision - 1 : inner.Revision;

    public bool TryRead([NotNullWhen(true)] out Change? change)
    {
        if (!_ready.TryDequeue(out change))
            return false;

        _read = change.Revision;
        return true;
    }

    public async ValueTask<bool> WaitToRead(CancellationToken cancellationToken)
    {
        while (_ready.Count == 0)
        {
            var taken = new List<Change>();
            while (taken.Count < MostTogether && inner.TryRead(out var change))
                taken.Add(change);
            if (taken.Count == 0)
            {
                if (!await inner.WaitToRead(cancellationToken))
                    return false;
                continue;
            }

            await version.Prepare([.. taken.Select(change => change.Object)], cancellationToken);
            foreach (var change in taken)
                _ready.Enqueue(change);
        }

        return true;
    }

    public void Dispose() => inner.Dispose();
}
