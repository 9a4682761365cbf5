using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>What a list watch learns of the world.</summary>
internal abstract record ListWatchInput<T> where T : class, IApiObject
{
    public sealed record Listed(ResourceList<T> Page) : ListWatchInput<T>;

    /// <summary>The continue token is too old.</summary>
    public sealed record PageExpired : ListWatchInput<T>;

    public sealed record Told(ResourceEvent<T> Event) : ListWatchInput<T>;

    /// <summary>The server ended the watch.</summary>
    public sealed record WatchEnded : ListWatchInput<T>;

    public sealed record Failed(Exception Error) : ListWatchInput<T>;

    public sealed record Rested : ListWatchInput<T>;
}
