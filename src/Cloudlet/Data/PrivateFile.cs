using System.Text;

namespace CloudletK8s.Cloudlet.Data;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Readers see the old content or the new one, never half of it; also after a crash.</summary>
    public static void Write(string path, string content)
    {
        var staging = $"{path}.new";
        File.Delete(staging);
        using (var file = new FileStream(staging, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OnlyOwner,
        }))
        {
            file.Write(Encoding.UTF8.GetBytes(content));
            file.Flush(flushToDisk: true);
        }

        File.Move(staging, path, overwrite: true);
    }

    /// <summary>As <see cref="Write"/>, but leaves a file alone that holds the content already.</summary>
    public static void Keep(string path, string content)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != content)
            Write(path, content);
    }
}
