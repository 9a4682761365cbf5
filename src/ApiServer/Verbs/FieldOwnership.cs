using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Who owns which field, as create, update and the plain patches change it. Runs on what the user sent, before admission.</summary>
internal static class FieldOwnership
{
    private const string Member = "managedFields";

    /// <summary>An entry names the fields of the version that the request speaks, whichever is stored.</summary>
    public static void Track(RequestScope scope, TreeObject? live, TreeObject next)
    {
        scope.Resource.Strategy.Settle(next);
        var served = scope.ToServed(next);
        ManagedFieldsTracker.OnCreateOrUpdate(
            live is null ? null : scope.ToServed(live),
            served,
            scope.Kind.Schema,
            scope.FieldManager,
            scope.Kind.ApiVersion,
            scope.Subresource,
            scope.Now,
            ResetFields.Of(scope.Kind, scope.Subresource),
            KindVersions.Of(scope.Kind));
        if (!ReferenceEquals(served, next))
            ObjectMetadata.Of(next)[Member] = ObjectMetadata.Of(served)[Member];
    }
}
