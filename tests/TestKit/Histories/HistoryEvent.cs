using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Histories;

/// <summary>
/// One thing that a client saw, between two ticks of a clock that all clients share. Revisions order everything, so a history
/// can be checked without searching for an order.
/// </summary>
public abstract record HistoryEvent(string Client, long Start, long End)
{
    /// <summary>A write that was acknowledged.</summary>
    public sealed record Written(string Client, long Start, long End, ChangeType Type, ObjectKey Key, long? Expected, long Revision, string Value)
        : HistoryEvent(Client, Start, End);

    /// <summary>A write whose outcome the client was not told: it may stand in the log or not.</summary>
    public sealed record Unknown(string Client, long Start, long End, ChangeType Type, ObjectKey Key, string Value)
        : HistoryEvent(Client, Start, End);

    /// <summary>A read of one object, or a rejection that names its state. Revision 0: there was none.</summary>
    public sealed record Seen(string Client, long Start, long End, ObjectKey Key, long Revision, string Value)
        : HistoryEvent(Client, Start, End);

    /// <summary>A consistent list.</summary>
    public sealed record Listed(string Client, long Start, long End, long Revision, IReadOnlyDictionary<ObjectKey, long> Objects)
        : HistoryEvent(Client, Start, End);

    /// <summary>Everything that one watch delivered, up to a revision that it should have reached.</summary>
    public sealed record Watched(string Client, long Start, long End, long After, long UpTo, IReadOnlyList<WatchedChange> Changes)
        : HistoryEvent(Client, Start, End);
}
