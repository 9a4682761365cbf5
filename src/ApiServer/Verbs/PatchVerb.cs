using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Verbs;

internal static class PatchVerb
{
    public static async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        if (PatchBody.IsApply(scope.Request))
            return await ApplyVerb.Run(scope, writer, cancellationToken);

        var patch = PatchBody.Read(scope);
        var (stored, _) = await writer.Update(scope, current => Patched(scope, current, patch, cancellationToken), null, cancellationToken);
        return new VerbResult.Stored(200, scope.Resource, stored);
    }

    /// <summary>The patch is written against the version that the client sees.</summary>
    private static async ValueTask<TreeObject> Patched(RequestScope scope, TreeObject current, PatchBody patch, CancellationToken cancellationToken)
    {
        var served = await scope.ToServed(current, cancellationToken);
        var next = patch.ApplyTo(served, scope.Kind.Schema, scope.Request);
        CheckType(scope, next);
        return await ObjectWriter.ToStorage(scope, next, cancellationToken);
    }

    private static void CheckType(RequestScope scope, TreeObject next)
    {
        if (next.Text("kind") != scope.Kind.Kind || next.Text("apiVersion") != scope.Kind.ApiVersion)
            throw ApiErrors.BadRequest($"a patch may not change kind or apiVersion: expected {scope.Kind.ApiVersion} {scope.Kind.Kind}");
    }
}
