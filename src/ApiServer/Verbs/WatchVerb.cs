using CloudletK8s.ApiServer.Errors;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

internal static class WatchVerb
{
    /// <summary>Kubernetes lets watches live between half an hour and an hour when the client does not care.</summary>
    private static readonly TimeSpan ShortestDefault = TimeSpan.FromMinutes(30);

    public static async ValueTask<VerbResult> Run(RequestScope scope, WatchLimits limits, CancellationToken cancellationToken)
    {
        var query = scope.Query;
        var plan = new WatchPlan
        {
            Selection = Selection.Of(scope),
            Bookmarks = query.AllowWatchBookmarks,
            Timeout = Timeout(query.TimeoutSeconds, limits),
        };

        var version = ResourceVersions.Parse(query.ResourceVersion);
        var withInitial = query.SendInitialEvents ?? version is null or 0;
        return new VerbResult.Watch(scope.Resource, withInitial
            ? await FromState(scope, plan, version, cancellationToken)
            : await FromRevision(scope, plan, version, cancellationToken));
    }

    private static async ValueTask<WatchPlan> FromState(
        RequestScope scope, WatchPlan plan, long? version, CancellationToken cancellationToken)
    {
        // A watch list is consistent; the old form with resourceVersion "0" takes what is at hand.
        ReadAt at = version switch
        {
            null => ReadAt.Newest.Instance,
            0 => ReadAt.AnyRevision.Instance,
            _ => new ReadAt.NotOlderThan(version.Value),
        };
        var read = await scope.Store.Read(at, cancellationToken);
        if (read is ReadResult.TooLarge tooLarge)
            throw ApiErrors.TooLargeResourceVersion(version ?? 0, tooLarge.Newest);

        var snapshot = ((ReadResult.Found)read).Snapshot;
        var cursor = await scope.Store.Watch(snapshot.Revision, cancellationToken)
            ?? throw ApiErrors.TooManyRequests("the state changed too fast to start a watch; try again", 1);
        var inNamespace = scope.Namespace.Length > 0 ? scope.Namespace : null;
        return plan with
        {
            Cursor = cursor,
            Initial = [.. snapshot.Objects(inNamespace).Where(plan.Selection.Matches)],
            MarkInitialEnd = scope.Query.SendInitialEvents == true && scope.Query.AllowWatchBookmarks,
        };
    }

    private static async ValueTask<WatchPlan> FromRevision(
        RequestScope scope, WatchPlan plan, long? version, CancellationToken cancellationToken)
    {
        var from = version is null or 0 ? scope.Store.Revision : version.Value;
        if (version > 0 && await scope.Store.Read(new ReadAt.NotOlderThan(from), cancellationToken) is ReadResult.TooLarge tooLarge)
            throw ApiErrors.TooLargeResourceVersion(from, tooLarge.Newest);

        var cursor = await scope.Store.Watch(from, cancellationToken);
        if (cursor is not null)
            return plan with { Cursor = cursor };

        var oldest = await scope.Store.Read(new ReadAt.Exactly(from), cancellationToken) is ReadResult.Gone gone ? gone.Oldest : from;
        return plan with { Refusal = ApiErrors.TooOldResourceVersion(from, oldest) };
    }

    private static TimeSpan Timeout(long? seconds, WatchLimits limits)
    {
        var wanted = seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds.Value, (long)TimeSpan.MaxValue.TotalSeconds / 2))
            : ShortestDefault + (ShortestDefault * limits.Random.NextDouble());
        return wanted < limits.Longest ? wanted : limits.Longest;
    }
}
