using CloudletK8s.Cloudlet.Commands;
using CloudletK8s.Store.Sqlite;

namespace CloudletK8s.Cloudlet.Data;

/// <summary>The directory that holds everything a server keeps on disk, and this process's right to it.</summary>
internal sealed class DataDirectory : IDisposable
{
    private const UnixFileMode OnlyOwnerMayEnter = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryLock? _lock;

    private DataDirectory(string path, DirectoryLock? held)
    {
        Root = path;
        _lock = held;
    }

    public string Root { get; }

    public string Kubeconfig => Path.Combine(Root, "kubeconfig");

    public string AdminToken => Path.Combine(Root, "admin-token");

    public string Pki => Path.Combine(Root, "pki");

    public string Store => Path.Combine(Root, "store");

    public string Azurite => Path.Combine(Root, "azurite");

    /// <summary>Makes the directory where it is missing, and holds it until disposed (or until the process ends, however it ends).</summary>
    /// <exception cref="CommandException">It cannot be written, or another server holds it.</exception>
    public static DataDirectory Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full, OnlyOwnerMayEnter);
            return new DataDirectory(full, DirectoryLock.Take(full));
        }
        catch (StoreInUseException ex)
        {
            throw new CommandException(ex.Message, ex);
        }
        catch (Exception ex) when (ex is UnauthorizedAccessException or IOException)
        {
            throw new CommandException($"The data directory '{full}' cannot be written: {ex.Message}", ex);
        }
    }

    /// <summary>The directory of a server that may be running; nothing may be written to it.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static DataDirectory Look(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? new DataDirectory(full, null) : throw new CommandException($"There is no data directory '{full}'");
    }

    public void Dispose() => _lock?.Dispose();
}
