using System.Globalization;

namespace CloudletK8s.Store.Sqlite;

/// <summary>
/// A lock that the operating system holds for this process and drops when it ends, however it ends. The files stay; that they are
/// there means nothing.
/// </summary>
public sealed class DirectoryLock : IDisposable
{
    private const string FileName = "lock";

    // Beside the lock, which nobody else can read while it is held.
    private const string OwnerFileName = "lock.owner";

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <exception cref="StoreInUseException">Another process holds it.</exception>
    public static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.GetType() == typeof(IOException) && File.Exists(path))
        {
            throw new StoreInUseException(directory, Owner(directory), error);
        }

        try
        {
            File.WriteAllText(
                Path.Combine(directory, OwnerFileName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DirectoryLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Owner(string directory)
    {
        try
        {
            return int.TryParse(File.ReadAllText(Path.Combine(directory, OwnerFileName)), out var process)
                ? $"process {process}"
                : "another process";
        }
        catch (IOException)
        {
            // Only the sentence gets poorer.
            return "another process";
        }
    }
}
