using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>What the sink is to hear.</summary>
internal abstract record ListWatchEffect<T> where T : class, IApiObject
{
    /// <summary>These are all objects at the revision.</summary>
    public sealed record Replace(IReadOnlyCollection<T> Objects, string ResourceVersion) : ListWatchEffect<T>;

    public sealed record Tell(ResourceEvent<T>.Changed Change) : ListWatchEffect<T>;
}
