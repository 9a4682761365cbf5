namespace CloudletK8s.Store.Tables;

/// <summary>Azure Table Storage's limits; every adapter holds to those of the port.</summary>
public static class TableLimits
{
    public const int BatchRows = 100;
    public const int BatchBytes = 4 * 1024 * 1024;
    public const int RowBytes = 1024 * 1024;
    public const int PropertyBytes = 64 * 1024;
    public const int KeyCharacters = 512;
}
