namespace CloudletK8s.Store;

/// <summary>
/// An object as it is stored and sent: serialized once per revision, shared by every list, watch and reader.
/// Never changed after it was made.
/// </summary>
public sealed class StoredObject(ObjectKey key, long revision, ReadOnlyMemory<byte> json)
{
    private object? _decoded;

    public ObjectKey Key { get; } = key;

    /// <summary>The object's resourceVersion.</summary>
    public long Revision { get; } = revision;

    /// <summary>The object's JSON in the resource's storage version, metadata.resourceVersion included.</summary>
    public ReadOnlyMemory<byte> Json { get; } = json;

    /// <summary>
    /// What a layer above derived from the bytes (labels, selectable fields, a decoded tree). Made on first use; two threads
    /// may both make it, one result wins. It must be a function of the bytes alone.
    /// </summary>
    public T Decoded<T, TArgument>(TArgument argument, Func<StoredObject, TArgument, T> decode) where T : class
    {
        if (Volatile.Read(ref _decoded) is T known)
            return known;

        var made = decode(this, argument);
        Volatile.Write(ref _decoded, made);
        return made;
    }
}
