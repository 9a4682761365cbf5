using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>
/// Hears of every difference between what it was told before and what the server has. Called by one task, in order; an object
/// that changed several times while nobody watched is told once.
/// </summary>
public interface IListWatchSink<in T> where T : class, IApiObject
{
    void Added(T obj);

    void Modified(T previous, T current);

    /// <param name="last">The last state that is known; after a gap not necessarily the last there was.</param>
    void Deleted(T last);

    /// <summary>Everything that was there at this revision has been told. Comes first when the initial objects are in, again after each gap.</summary>
    void Synced(string resourceVersion);

    /// <summary>Everything up to this revision has been told, one change further than before.</summary>
    void Reached(string resourceVersion)
    {
    }
}
