using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Verbs;

internal static class CreateVerb
{
    public static async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        if (scope.Kind.Namespaced && scope.Namespace.Length == 0)
            throw ApiErrors.BadRequest("an empty namespace may not be set during creation");

        var obj = BodyDecoder.Decode(scope.Request, scope.Kind);
        return new VerbResult.Stored(201, scope.Resource, await writer.Create(scope, obj, cancellationToken));
    }
}
