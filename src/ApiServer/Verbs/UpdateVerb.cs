using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Verbs;

internal static class UpdateVerb
{
    public static async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var given = BodyDecoder.Decode(scope.Request, scope.Kind);
        CheckName(scope, ObjectMetadata.Of(given).Text("name") ?? "");
        var next = await ObjectWriter.ToStorage(scope, given.CloneObject(), cancellationToken);
        var createIfAbsent = scope.Resource.Strategy.AllowCreateOnUpdate && scope.Subresource.Length == 0 ? () => given : (Func<TreeObject>?)null;
        var (stored, created) = await writer.Update(scope, _ => new(next.CloneObject()), createIfAbsent, cancellationToken);
        return new VerbResult.Stored(created ? 201 : 200, scope.Resource, stored);
    }

    /// <summary>Before anything is looked up. Callers in this process may leave the name to the path.</summary>
    private static void CheckName(RequestScope scope, string name)
    {
        if (name.Length == 0 && scope.Request.BodyTree is null)
            throw ApiErrors.BadRequest($"the name of the object ({scope.Name} based on URL) was undeterminable: name must be provided");
        if (name.Length > 0 && name != scope.Name)
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({scope.Name})");
    }
}
