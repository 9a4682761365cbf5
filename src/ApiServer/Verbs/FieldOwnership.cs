using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Who owns which field, as create, update and the plain patches change it. Runs on what the user sent, before admission.</summary>
internal static class FieldOwnership
{
    public static void Track(RequestScope scope, TreeObject? live, TreeObject next) => ManagedFieldsTracker.OnCreateOrUpdate(
        live,
        next,
        scope.Storage.Schema,
        scope.FieldManager,
        scope.Storage.ApiVersion,
        scope.Subresource,
        scope.Now,
        ResetFields.Of(scope.Storage, scope.Subresource));
}
