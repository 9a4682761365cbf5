namespace CloudletK8s.Store;

/// <summary>
/// One change to commit. The revision is known only when the change is committed, so the JSON comes with a gap at
/// <see cref="RevisionOffset"/> into which the decimal digits are put (the quotes around them are already there).
/// </summary>
public sealed record ObjectWrite(ChangeType Type, ObjectKey Key)
{
    /// <summary>The object to store; for a deletion its last state.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    public required int RevisionOffset { get; init; }

    /// <summary>The revision the object must still have. Null only for <see cref="ChangeType.Added"/>, where the key must be free.</summary>
    public long? ExpectedRevision { get; init; }
}
