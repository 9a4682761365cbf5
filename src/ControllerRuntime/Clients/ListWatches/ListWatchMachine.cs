using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>The one step function of a list watch: no I/O, no clock.</summary>
internal static class ListWatchMachine
{
    public static ListWatchState<T> Start<T>(bool byWatch, int failures = 0) where T : class, IApiObject => byWatch
        ? new ListWatchState<T>.Receiving(true, failures, [])
        : new ListWatchState<T>.Listing(false, failures, [], "", Whole: false);

    public static (ListWatchState<T> State, ListWatchEffect<T>? Effect) Step<T>(ListWatchState<T> state, ListWatchInput<T> input)
        where T : class, IApiObject => state switch
    {
        ListWatchState<T>.Listing listing => InListing(listing, input),
        ListWatchState<T>.Receiving receiving => InReceiving(receiving, input),
        ListWatchState<T>.Following following => InFollowing(following, input),
        ListWatchState<T>.Resting resting when input is ListWatchInput<T>.Rested => (resting.Then, null),
        _ => throw Unexpected(state, input),
    };

    private static (ListWatchState<T>, ListWatchEffect<T>?) InListing<T>(ListWatchState<T>.Listing state, ListWatchInput<T> input)
        where T : class, IApiObject
    {
        switch (input)
        {
            case ListWatchInput<T>.Listed { Page: var page }:
                state.Gathered.AddRange(page.Items);
                return page.Continue.Length > 0
                    ? (state with { Continue = page.Continue }, null)
                    : Complete(state, state.Gathered, page.ResourceVersion);
            case ListWatchInput<T>.PageExpired:
                return (Rest(state with { Gathered = [], Continue = "", Whole = true }), null);
            case ListWatchInput<T>.Failed:
                return (Rest(state), null);
            default:
                throw Unexpected(state, input);
        }
    }

    private static (ListWatchState<T>, ListWatchEffect<T>?) InReceiving<T>(ListWatchState<T>.Receiving state, ListWatchInput<T> input)
        where T : class, IApiObject
    {
        switch (input)
        {
            case ListWatchInput<T>.Told { Event: ResourceEvent<T>.Deleted { Object: var gone } }:
                state.Gathered.Remove(ObjectName.Of(gone));
                return (state, null);
            case ListWatchInput<T>.Told { Event: ResourceEvent<T>.Changed { Object: var obj } }:
                state.Gathered[ObjectName.Of(obj)] = obj;
                return (state, null);
            case ListWatchInput<T>.Told { Event: ResourceEvent<T>.Bookmark { EndsInitialEvents: true } bookmark }:
                return Complete(state, state.Gathered.Values, bookmark.ResourceVersion);
            case ListWatchInput<T>.Told { Event: ResourceEvent<T>.Bookmark }:
                return (state, null);
            case ListWatchInput<T>.Failed { Error: ApiStatusException { Code: 400 or 422 } } when state.Gathered.Count == 0:
                // The server does not know this kind of watch; it is not asked again.
                return (Start<T>(byWatch: false, state.Failures), null);
            case ListWatchInput<T>.Told or ListWatchInput<T>.WatchEnded or ListWatchInput<T>.Failed:
                return (Rest(state with { Gathered = [] }), null);
            default:
                throw Unexpected(state, input);
        }
    }

    private static (ListWatchState<T>, ListWatchEffect<T>?) InFollowing<T>(ListWatchState<T>.Following state, ListWatchInput<T> input)
        where T : class, IApiObject
    {
        switch (input)
        {
            case ListWatchInput<T>.Told { Event: ResourceEvent<T>.Changed change }:
                var revision = change.Object.Metadata?.ResourceVersion ?? state.ResourceVersion;
                return (state with { ResourceVersion = revision, Failures = 0 }, new ListWatchEffect<T>.Tell(change));
            case ListWatchInput<T>.Told { Event: ResourceEvent<T>.Bookmark bookmark }:
                return (state with { ResourceVersion = bookmark.ResourceVersion, Failures = 0 }, null);
            case ListWatchInput<T>.Told { Event: ResourceEvent<T>.Gone }:
                return (Rest(Start<T>(state.ByWatch, state.Failures)), null);

            // A watch that lived and ended is opened again at once; one that told nothing counts like a failure, lest it spin.
            case ListWatchInput<T>.WatchEnded when state.Failures == 0:
                return (state with { Failures = 1 }, null);
            case ListWatchInput<T>.WatchEnded or ListWatchInput<T>.Failed:
                return (Rest(state), null);
            default:
                throw Unexpected(state, input);
        }
    }

    // The failures stay until the watch has told something: a server that can list and not watch is not to be listed in a loop.
    private static (ListWatchState<T>, ListWatchEffect<T>?) Complete<T>(
        ListWatchState<T> state, IReadOnlyCollection<T> objects, string revision) where T : class, IApiObject =>
        (new ListWatchState<T>.Following(state.ByWatch, state.Failures, revision), new ListWatchEffect<T>.Replace(objects, revision));

    private static ListWatchState<T>.Resting Rest<T>(ListWatchState<T> then) where T : class, IApiObject =>
        new(then with { Failures = then.Failures + 1 });

    private static InvalidOperationException Unexpected<T>(ListWatchState<T> state, ListWatchInput<T> input) where T : class, IApiObject =>
        new($"{input.GetType().Name} cannot come while {state.GetType().Name}");
}
