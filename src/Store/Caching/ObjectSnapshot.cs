namespace CloudletK8s.Store.Caching;

/// <summary>
/// A sorted array of sorted chunks. An update copies one chunk and the outer array; readers share the rest and take no lock.
/// No chunk is empty.
/// </summary>
internal sealed class ObjectSnapshot(long revision, int count, StoredObject[][] chunks) : ResourceSnapshot
{
    public override long Revision { get; } = revision;

    public override int Count { get; } = count;

    internal StoredObject[][] Chunks { get; } = chunks;

    public static ObjectSnapshot Empty(long revision) => new(revision, 0, []);

    public override StoredObject? Find(ObjectKey key)
    {
        var chunk = ChunkOf(Chunks, key);
        if (chunk < 0)
            return null;

        var index = IndexIn(Chunks[chunk], key);
        return index < 0 ? null : Chunks[chunk][index];
    }

    public override IEnumerable<StoredObject> Objects(string? inNamespace = null, ObjectKey? after = null)
    {
        var (chunk, index) = Start(inNamespace, after);
        for (; chunk < Chunks.Length; chunk++, index = 0)
        {
            var objects = Chunks[chunk];
            for (; index < objects.Length; index++)
            {
                if (inNamespace is not null && !ReferenceEquals(objects[index].Key.Namespace, inNamespace)
                    && objects[index].Key.Namespace != inNamespace)
                    yield break;

                yield return objects[index];
            }
        }
    }

    public override int CountOf(string? inNamespace = null, ObjectKey? after = null)
    {
        if (inNamespace is null && after is null)
            return Count;

        // The first key of the next namespace: no string stands between a name and itself with a zero character appended.
        (int Chunk, int Index) end = inNamespace is null ? (Chunks.Length, 0) : Start(new ObjectKey(inNamespace + '\0', ""), inclusive: true);
        var start = Start(inNamespace, after);
        if (start.Chunk > end.Chunk)
            return 0;

        var found = end.Index - start.Index;
        for (var chunk = start.Chunk; chunk < end.Chunk; chunk++)
            found += Chunks[chunk].Length;

        return Math.Max(0, found);
    }

    /// <summary>The chunk that holds the key if any does; -1 when the key stands before all.</summary>
    internal static int ChunkOf(ReadOnlySpan<StoredObject[]> chunks, ObjectKey key)
    {
        int low = 0, high = chunks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (chunks[middle][0].Key.CompareTo(key) <= 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }

    /// <summary>The key's index in a chunk, or the complement of where it belongs.</summary>
    internal static int IndexIn(StoredObject[] chunk, ObjectKey key)
    {
        int low = 0, high = chunk.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = chunk[middle].Key.CompareTo(key);
            if (order == 0)
                return middle;

            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    private (int Chunk, int Index) Start(string? inNamespace, ObjectKey? after)
    {
        if (inNamespace is null)
            return after is { } key ? Start(key, inclusive: false) : (0, 0);

        var first = new ObjectKey(inNamespace, "");
        return after is { } last && last.CompareTo(first) >= 0 ? Start(last, inclusive: false) : Start(first, inclusive: true);
    }

    private (int Chunk, int Index) Start(ObjectKey key, bool inclusive)
    {
        var chunk = ChunkOf(Chunks, key);
        if (chunk < 0)
            return (0, 0);

        var index = IndexIn(Chunks[chunk], key);
        index = index < 0 ? ~index : inclusive ? index : index + 1;
        return index < Chunks[chunk].Length ? (chunk, index) : (chunk + 1, 0);
    }
}
