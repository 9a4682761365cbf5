namespace CloudletK8s.Store.Tables;

/// <summary>Azure Table Storage's limits; every adapter holds to those of the port.</summary>
public static class TableLimits
{
    public const int BatchRows = 100;
    public const int BatchBytes = 4 * 1024 * 1024;
    public const int RowBytes = 1024 * 1024;
    public const int PropertyBytes = 64 * 1024;

    /// <summary>Counted as <see cref="TableKey.EncodedLength"/> does: rare characters count six times.</summary>
    public const int KeyCharacters = 512;

    /// <summary>What is left of a row for its value, which may be larger when it compresses to this.</summary>
    public const int ValueBytes = RowBytes - 8 * 1024;

    /// <summary>Values of one batch that add up to no more than this always fit, if each row does: the wire format adds a third.</summary>
    public const int EasyBatchBytes = 2_900_000;

    /// <summary>A page ends early when its values pass this.</summary>
    public const int PageBytes = 4 * 1024 * 1024;

    /// <summary>The most rows in one page, whatever was asked for.</summary>
    public const int PageRows = 1000;
}
