namespace CloudletK8s.Store;

/// <summary>All objects of a resource at one revision, ordered by namespace and name. Immutable.</summary>
public abstract class ResourceSnapshot
{
    public abstract long Revision { get; }

    public abstract int Count { get; }

    public abstract StoredObject? Find(ObjectKey key);

    /// <summary>Objects in order; of one namespace where one is given; after a key where one is given (a continue token).</summary>
    public abstract IEnumerable<StoredObject> Objects(string? inNamespace = null, ObjectKey? after = null);

    /// <summary>How many <see cref="Objects"/> would yield.</summary>
    public abstract int CountOf(string? inNamespace = null, ObjectKey? after = null);
}
