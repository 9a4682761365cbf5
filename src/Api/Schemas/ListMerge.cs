namespace CloudletK8s.Api.Schemas;

/// <summary>How server-side apply merges lists (x-kubernetes-list-type).</summary>
public enum ListMerge
{
    /// <summary>Replaced as a whole; also what an unmarked list is.</summary>
    Atomic,
    Set,

    /// <summary>Items are told apart by the values of key fields.</summary>
    Map,
}
