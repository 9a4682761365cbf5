namespace CloudletK8s.Store.Sqlite;

/// <summary>Another process has the data directory open. Only one may, and it holds a lock for as long as it lives.</summary>
public sealed class StoreInUseException(string directory, string holder, Exception cause)
    : IOException($"The data directory '{directory}' is in use by {holder}. Stop that, or use another data directory.", cause);
