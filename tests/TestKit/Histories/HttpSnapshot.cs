using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Histories;

/// <summary>A list as a server sent it.</summary>
internal sealed class HttpSnapshot(long revision, IReadOnlyList<StoredObject> objects) : ResourceSnapshot
{
    public override long Revision => revision;

    public override int Count => objects.Count;

    public override StoredObject? Find(ObjectKey key) => objects.FirstOrDefault(stored => stored.Key == key);

    public override IEnumerable<StoredObject> Objects(string? inNamespace = null, ObjectKey? after = null) =>
        objects.Where(stored => (inNamespace is null || stored.Key.Namespace == inNamespace) && (after is null || stored.Key.CompareTo(after.Value) > 0));

    public override int CountOf(string? inNamespace = null, ObjectKey? after = null) => Objects(inNamespace, after).Count();
}
