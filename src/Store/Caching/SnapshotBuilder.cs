namespace CloudletK8s.Store.Caching;

/// <summary>Makes the next snapshot from one: the outer array is copied once, a chunk whenever it changes.</summary>
internal sealed class SnapshotBuilder
{
    public const int ChunkObjects = 128;
    private const int SmallChunk = ChunkObjects / 4;

    private readonly List<StoredObject[]> _chunks;
    private int _count;

    public SnapshotBuilder(ObjectSnapshot from)
    {
        _chunks = [.. from.Chunks];
        _count = from.Count;
    }

    /// <param name="objects">Sorted by key.</param>
    public static ObjectSnapshot FromSorted(long revision, List<StoredObject> objects)
    {
        // Room is left in each chunk, so that the first additions do not split all of them.
        const int filled = ChunkObjects * 3 / 4;
        var chunks = new StoredObject[(objects.Count + filled - 1) / filled][];
        for (var chunk = 0; chunk < chunks.Length; chunk++)
            chunks[chunk] = [.. objects[(chunk * filled)..Math.Min(objects.Count, (chunk + 1) * filled)]];

        return new ObjectSnapshot(revision, objects.Count, chunks);
    }

    public ObjectSnapshot Build(long revision) => new(revision, _count, [.. _chunks]);

    /// <summary>Adds or replaces; answers what was there.</summary>
    public StoredObject? Set(StoredObject stored)
    {
        var at = ObjectSnapshot.ChunkOf(Chunks, stored.Key);
        if (at < 0)
        {
            if (_chunks.Count == 0)
            {
                _chunks.Add([stored]);
                _count++;
                return null;
            }

            at = 0;
        }

        var chunk = _chunks[at];
        var index = ObjectSnapshot.IndexIn(chunk, stored.Key);
        if (index >= 0)
        {
            var copy = (StoredObject[])chunk.Clone();
            copy[index] = stored;
            _chunks[at] = copy;
            return chunk[index];
        }

        Insert(at, ~index, stored);
        _count++;
        return null;
    }

    /// <summary>Removes; answers what was there.</summary>
    public StoredObject? Remove(ObjectKey key)
    {
        var at = ObjectSnapshot.ChunkOf(Chunks, key);
        if (at < 0)
            return null;

        var chunk = _chunks[at];
        var index = ObjectSnapshot.IndexIn(chunk, key);
        if (index < 0)
            return null;

        _count--;
        if (chunk.Length == 1)
            _chunks.RemoveAt(at);
        else
        {
            _chunks[at] = [.. chunk.AsSpan(0, index), .. chunk.AsSpan(index + 1)];
            MergeSmall(at);
        }

        return chunk[index];
    }

    private ReadOnlySpan<StoredObject[]> Chunks => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_chunks);

    private void Insert(int at, int index, StoredObject stored)
    {
        var chunk = _chunks[at];
        if (chunk.Length < ChunkObjects)
        {
            _chunks[at] = [.. chunk.AsSpan(0, index), stored, .. chunk.AsSpan(index)];
            return;
        }

        // Names that grow (most generated ones within a test or a set) leave full chunks behind instead of halves.
        if (at == _chunks.Count - 1 && index == chunk.Length)
        {
            _chunks.Add([stored]);
            return;
        }

        const int half = ChunkObjects / 2;
        _chunks[at] = chunk[..half];
        _chunks.Insert(at + 1, chunk[half..]);
        if (index <= half)
            Insert(at, index, stored);
        else
            Insert(at + 1, index - half, stored);
    }

    private void MergeSmall(int at)
    {
        if (_chunks[at].Length >= SmallChunk)
            return;

        var left = at > 0 ? at - 1 : at;
        if (left + 1 >= _chunks.Count || _chunks[left].Length + _chunks[left + 1].Length > ChunkObjects * 3 / 4)
            return;

        _chunks[left] = [.. _chunks[left], .. _chunks[left + 1]];
        _chunks.RemoveAt(left + 1);
    }
}
