using CloudletK8s.Cloudlet.Commands;
using CloudletK8s.Cloudlet.Data;
using CloudletK8s.Store;
using CloudletK8s.Store.AzureTables;
using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Sqlite;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Cloudlet.Stores;

/// <summary>A cluster's tables with what had to be started for them.</summary>
internal sealed class OpenedStore(ITableStore tables, string cluster, IAsyncDisposable? emulator = null) : IAsyncDisposable
{
    public ITableStore Tables => tables;

    public string Cluster => cluster;

    /// <exception cref="CommandException">The store cannot be opened.</exception>
    public static async Task<OpenedStore> Open(StoreKind kind, DataDirectory data, CancellationToken cancellationToken)
    {
        var cluster = new ClusterStoreOptions().Cluster;
        try
        {
            switch (kind)
            {
                case StoreKind.Memory:
                    return new OpenedStore(new MemoryTableStore(isExclusive: true), cluster);
                case StoreKind.Azurite:
                    var emulator = await AzuriteProcess.FindOrStart(data.Azurite, cancellationToken);
                    return new OpenedStore(AzureTableStore.Open(emulator.ConnectionString, new AzureTableSettings().Table), cluster, emulator);
                case StoreKind.Azure:
                    var settings = AzureTableSettings.Read(Environment.GetEnvironmentVariable);
                    return new OpenedStore(settings.Open(), settings.Cluster);
                default:
                    return new OpenedStore(SqliteTableStore.Open(data.Store), cluster);
            }
        }
        catch (Exception ex) when (ex is StoreInUseException or SqliteException or FormatException or DllNotFoundException)
        {
            throw new CommandException($"The store cannot be opened: {ex.Message}", ex);
        }
    }

    /// <summary>A store to read from, also while a server has it.</summary>
    /// <exception cref="CommandException">The store cannot be opened.</exception>
    public static async Task<OpenedStore> OpenBeside(StoreKind kind, string directory, CancellationToken cancellationToken)
    {
        var cluster = new ClusterStoreOptions().Cluster;
        using var seen = DataDirectory.Look(directory);
        try
        {
            if (kind == StoreKind.Sqlite)
                return new OpenedStore(SqliteFrozenTables.Open(seen.Store), cluster);
        }
        catch (Exception ex) when (ex is FileNotFoundException or SqliteException or DllNotFoundException)
        {
            throw new CommandException($"The store cannot be opened: {ex.Message}", ex);
        }

        // A running server's emulator may be asked, too; where none runs, ours must be the only one on its files.
        if (kind == StoreKind.Azurite && await AzuriteProcess.FindRunning(seen.Azurite, cancellationToken) is { } connection)
            return new OpenedStore(AzureTableStore.Open(connection, new AzureTableSettings().Table), cluster);

        using var data = DataDirectory.Open(directory);
        return await Open(kind, data, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await tables.DisposeAsync();
        if (emulator is not null)
            await emulator.DisposeAsync();
    }
}
