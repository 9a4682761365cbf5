using System.Runtime.InteropServices;

namespace CloudletK8s.Store.Sqlite;

/// <summary>SQLite could not do what was asked: a full or failing disk, or a damaged file.</summary>
public sealed class SqliteException : IOException
{
    private const int PrimaryCodeMask = 0xFF;

    private SqliteException(int code, string message) : base(message) => Code = code;

    /// <summary>SQLite's extended result code.</summary>
    public int Code { get; }

    internal int PrimaryCode => Code & PrimaryCodeMask;

    internal static unsafe SqliteException From(int code, nint database, string path)
    {
        var text = Marshal.PtrToStringUTF8((nint)SqliteNative.ErrorText(code));
        var detail = database == 0 ? null : Marshal.PtrToStringUTF8((nint)SqliteNative.ErrorMessage(database));
        return new SqliteException(code, detail is null || detail == text
            ? $"SQLite failed on '{path}': {text} ({code})."
            : $"SQLite failed on '{path}': {text} ({code}): {detail}.");
    }
}
