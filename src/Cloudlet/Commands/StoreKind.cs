namespace CloudletK8s.Cloudlet.Commands;

/// <summary>Where a server keeps its cluster.</summary>
internal enum StoreKind
{
    Sqlite,
    Memory,
    Azurite,
    Azure,
}
