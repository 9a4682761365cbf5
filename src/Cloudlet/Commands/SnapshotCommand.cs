using CloudletK8s.Cloudlet.Data;
using CloudletK8s.Cloudlet.Stores;
using CloudletK8s.Store.Snapshots;

namespace CloudletK8s.Cloudlet.Commands;

/// <summary>Saves a server's cluster to one file, running or not, or restores it into an empty data directory.</summary>
internal static class SnapshotCommand
{
    // A snapshot holds the cluster's secrets.
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static async Task<int> Save(string file, string directory, StoreKind kind, CancellationToken cancellationToken)
    {
        await using var store = await OpenedStore.OpenBeside(Durable(kind), directory, cancellationToken);

        // Renamed when it is whole: an older snapshot of that name is not lost to a save that fails.
        var staging = $"{file}.new";
        try
        {
            await using (var destination = new FileStream(staging, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = OnlyOwner,
                Options = FileOptions.Asynchronous,
            }))
            {
                await ClusterSnapshot.Save(store.Tables, store.Cluster, destination, cancellationToken);
                await destination.FlushAsync(cancellationToken);
                RandomAccess.FlushToDisk(destination.SafeFileHandle);
            }

            File.Move(staging, file, overwrite: true);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            File.Delete(staging);
            throw new CommandException($"The snapshot cannot be saved to '{file}': {ex.Message}", ex);
        }

        await Console.Out.WriteLineAsync($"saved {new FileInfo(file).Length} bytes to {file}");
        return 0;
    }

    public static async Task<int> Restore(string file, string directory, StoreKind kind, CancellationToken cancellationToken)
    {
        await using var source = OpenFile(file);
        using var data = DataDirectory.Open(directory);
        await using var store = await OpenedStore.Open(Durable(kind), data, cancellationToken);
        var result = await ClusterSnapshot.Restore(store.Tables, store.Cluster, source, cancellationToken);
        switch (result)
        {
            case RestoreResult.Restored restored:
                await Console.Out.WriteLineAsync($"restored {restored.Objects} objects of {restored.Resources} resources");
                return 0;
            case RestoreResult.NotEmpty occupied:
                throw new CommandException(
                    $"'{data.Root}' holds a cluster already ({occupied.Resource}); restore into another directory with --data");
            case RestoreResult.Damaged damaged:
                throw new CommandException($"'{file}' is damaged, nothing was restored: {damaged.Reason}");
            default:
                throw new InvalidOperationException($"Unknown result {result}.");
        }
    }

    private static FileStream OpenFile(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The snapshot '{file}' cannot be read: {ex.Message}", ex);
        }
    }

    private static StoreKind Durable(StoreKind kind) =>
        kind != StoreKind.Memory ? kind : throw new CommandException("--store memory keeps nothing that could be saved or restored");
}
