using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>Where a list watch stands.</summary>
/// <param name="ByWatch">A fresh copy is asked for as a watch with initial events, not as a list.</param>
/// <param name="Failures">In a row.</param>
internal abstract record ListWatchState<T>(bool ByWatch, int Failures) where T : class, IApiObject
{
    /// <summary>A copy is being fetched page by page.</summary>
    /// <param name="Gathered">The pages so far; it only grows.</param>
    /// <param name="Continue">Empty: the first page.</param>
    /// <param name="Whole">Ask for everything at once, since the pages of the last attempt expired.</param>
    public sealed record Listing(bool ByWatch, int Failures, List<T> Gathered, string Continue, bool Whole)
        : ListWatchState<T>(ByWatch, Failures);

    /// <summary>A copy is coming in as the initial events of a watch.</summary>
    public sealed record Receiving(bool ByWatch, int Failures, Dictionary<ObjectName, T> Gathered) : ListWatchState<T>(ByWatch, Failures);

    /// <summary>Everything up to the revision was told; the changes behind it are watched.</summary>
    public sealed record Following(bool ByWatch, int Failures, string ResourceVersion) : ListWatchState<T>(ByWatch, Failures);

    /// <summary>Waits before it goes on.</summary>
    public sealed record Resting(ListWatchState<T> Then) : ListWatchState<T>(Then.ByWatch, Then.Failures);
}
