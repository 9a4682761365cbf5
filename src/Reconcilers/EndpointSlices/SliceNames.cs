using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>Names for new slices of one owner, derived as those of other children.</summary>
/// <param name="IsTaken">Whether the namespace has a slice of this name.</param>
internal sealed record SliceNames(string Owner, string Uid, long Salt, Func<string, bool> IsTaken)
{
    public string Prefix => Owner + "-";

    public IEnumerable<string> Free() => ChildNames.Free(Prefix, Uid, Salt, IsTaken);
}
