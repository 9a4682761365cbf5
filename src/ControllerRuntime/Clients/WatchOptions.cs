namespace CloudletK8s.ControllerRuntime.Clients;

public sealed record WatchOptions
{
    public static WatchOptions Default { get; } = new();

    public string LabelSelector { get; init; } = "";

    public string FieldSelector { get; init; } = "";

    /// <summary>For callers that only read them, or leave it to the server to keep what an update does not carry.</summary>
    public bool WithoutManagedFields { get; init; }

    /// <summary>Tell every change after this revision. Empty: begin with what is there now.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>First tell every object that is there, then a bookmark that says so, then the changes.</summary>
    public bool SendInitialEvents { get; init; }

    public bool Bookmarks { get; init; } = true;

    /// <summary>When the server is to end the watch; null leaves it to the server.</summary>
    public TimeSpan? Timeout { get; init; }
}
