namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

public sealed record ListWatchOptions
{
    public static ListWatchOptions Default { get; } = new();

    /// <summary>Empty: every namespace.</summary>
    public string Namespace { get; init; } = "";

    public string LabelSelector { get; init; } = "";

    public string FieldSelector { get; init; } = "";

    public bool WithoutManagedFields { get; init; }

    /// <summary>Lets the watch begin with the initial objects. A server that does not offer it is asked for lists instead.</summary>
    public bool UseWatchList { get; init; } = true;

    /// <summary>Objects a page where lists are used.</summary>
    public int PageSize { get; init; } = 500;

    public Backoff Backoff { get; init; } = new();

    /// <summary>Hears of failures; the list watch goes on by itself.</summary>
    public Action<Exception>? Failure { get; init; }
}
