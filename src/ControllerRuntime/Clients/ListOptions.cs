namespace CloudletK8s.ControllerRuntime.Clients;

public sealed record ListOptions
{
    public static ListOptions Default { get; } = new();

    public string LabelSelector { get; init; } = "";

    public string FieldSelector { get; init; } = "";

    /// <summary>For callers that only read them, or leave it to the server to keep what an update does not carry.</summary>
    public bool WithoutManagedFields { get; init; }

    /// <summary>Objects a page; 0: all at once.</summary>
    public int Limit { get; init; }

    /// <summary>The token of the page before.</summary>
    public string Continue { get; init; } = "";

    /// <summary>Empty: the newest; "0": whatever the server has at hand.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>Exact or NotOlderThan; empty: as Kubernetes takes it.</summary>
    public string ResourceVersionMatch { get; init; } = "";
}
