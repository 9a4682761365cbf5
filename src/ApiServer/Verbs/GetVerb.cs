using CloudletK8s.ApiServer.Errors;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

internal static class GetVerb
{
    public static async ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken)
    {
        var stored = await Find(scope, cancellationToken) ?? throw ApiErrors.NotFound(scope.Kind, scope.Name);
        return new VerbResult.Stored(200, scope.Resource, stored);
    }

    /// <summary>The object that the request names, as new as it asks for.</summary>
    private static async ValueTask<StoredObject?> Find(RequestScope scope, CancellationToken cancellationToken)
    {
        var version = ResourceVersions.Parse(scope.Query.ResourceVersion);
        if (version is null or 0)
            return await scope.Store.Get(scope.Key, cancellationToken);

        var read = await scope.Store.Read(new ReadAt.NotOlderThan(version.Value), cancellationToken);
        return read switch
        {
            ReadResult.Found found => found.Snapshot.Find(scope.Key),
            ReadResult.TooLarge tooLarge => throw ApiErrors.TooLargeResourceVersion(version.Value, tooLarge.Newest),
            _ => await scope.Store.Get(scope.Key, cancellationToken),
        };
    }
}
