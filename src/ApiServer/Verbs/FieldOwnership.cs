using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Who owns which field, as create, update and the plain patches change it. Runs on what the user sent, before admission.</summary>
internal static class FieldOwnership
{
    private const string Member = "managedFields";

    /// <summary>An entry names the fields of the version that the request speaks, whichever is stored.</summary>
    public static ValueTask Track(RequestScope scope, TreeObject? live, TreeObject next, CancellationToken cancellationToken)
    {
        scope.Resource.Strategy.Settle(next);
        if (scope.Resource.NeedsConversion)
            return TrackConverted(scope, live, next, cancellationToken);

        Track(scope, live, next);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask TrackConverted(RequestScope scope, TreeObject? live, TreeObject next, CancellationToken cancellationToken)
    {
        var served = await scope.ToServed(next, cancellationToken);
        Track(scope, live is null ? null : await scope.ToServed(live, cancellationToken), served);
        if (!ReferenceEquals(served, next))
            ObjectMetadata.Of(next)[Member] = ObjectMetadata.Of(served)[Member];
    }

    private static void Track(RequestScope scope, TreeObject? live, TreeObject next) =>
        ManagedFieldsTracker.OnCreateOrUpdate(
            live,
            next,
            scope.Kind.Schema,
            scope.FieldManager,
            scope.Kind.ApiVersion,
            scope.Subresource,
            scope.Now,
            ResetFields.Of(scope.Kind, scope.Subresource),
            KindVersions.Of(scope.Kind));
}
