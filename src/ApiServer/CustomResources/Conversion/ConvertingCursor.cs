using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources.Conversion;

/// <summary>Hands out changes only after their objects have been converted, so that whoever encodes them need not wait.</summary>
internal sealed class ConvertingCursor(IWatchCursor inner, CustomVersion version) : IWatchCursor
{
    /// <summary>Changes that are converted in one go.</summary>
    private const int MostTogether = 256;

    private readonly Queue<Change> _ready = new();

    /// <summary>Read, but not converted yet: a wait that was cut short goes on with them.</summary>
    private readonly List<Change> _taken = [];
    private long? _read;

    /// <summary>What was only read ahead does not count.</summary>
    public long Revision
    {
        get
        {
            var next = _ready.Count > 0 ? _ready.Peek() : _taken.FirstOrDefault();
            return next is null ? inner.Revision : _read ?? next.Revision - 1;
        }
    }

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
            if (!await ReadAhead(cancellationToken) && !await inner.WaitToRead(cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>Before a watch ends, what is at hand is read to its end.</summary>
    public async ValueTask CatchUp(Func<CancellationToken, ValueTask> bring, CancellationToken cancellationToken)
    {
        await bring(cancellationToken);
        while (await ReadAhead(cancellationToken))
        {
            // The rest is at hand too.
        }
    }

    private async ValueTask<bool> ReadAhead(CancellationToken cancellationToken)
    {
        while (_taken.Count < MostTogether && inner.TryRead(out var change))
            _taken.Add(change);
        if (_taken.Count == 0)
            return false;

        await version.Prepare([.. _taken.Select(change => change.Object)], cancellationToken);
        foreach (var change in _taken)
            _ready.Enqueue(change);
        _taken.Clear();
        return true;
    }

    public void Dispose() => inner.Dispose();
}
