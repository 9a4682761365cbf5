using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

internal static class DeleteVerb
{
    private const int MaximumAttempts = 32;

    public static async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var options = DeleteOptionsBody.Read(scope.Request);
        var (last, removed) = await Delete(scope, scope.Key, options, writer, cancellationToken);
        if (!removed || scope.Resource.Strategy.ReturnsDeletedObject)
        {
            var accepted = !removed && options.OrphanDependents == false;
            return new VerbResult.Stored(accepted ? 202 : 200, scope.Resource, last);
        }

        return new VerbResult.Made(200, Success(scope, StoredTrees.Read(last)), null);
    }

    /// <returns>The object's last state, and whether it is gone already.</returns>
    public static async ValueTask<(StoredObject Last, bool Removed)> Delete(
        RequestScope scope, ObjectKey key, DeleteOptionsBody options, ObjectWriter writer, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var existing = await scope.Store.Get(key, cancellationToken) ?? throw ApiErrors.NotFound(scope.Kind, key.Name);
            var obj = StoredTrees.Read(existing);
            CheckPreconditions(scope, obj, key.Name, options);
            if (!options.IsAdmitted)
                await writer.AdmitDeletion(scope, obj, key, options, cancellationToken);
            var (result, removed) = await Try(scope, existing, obj, options, writer, cancellationToken);
            if (result is CommitResult.Committed committed)
                return (committed.Object, removed);
            if (result is CommitResult.NotFound)
                throw ApiErrors.NotFound(scope.Kind, key.Name);
            if (attempt == MaximumAttempts)
                throw ApiErrors.ObjectModified(scope.Kind, key.Name);
        }
    }

    private static async ValueTask<(CommitResult Result, bool Removed)> Try(
        RequestScope scope,
        StoredObject existing,
        TreeObject obj,
        DeleteOptionsBody options,
        ObjectWriter writer,
        CancellationToken cancellationToken)
    {
        var strategy = scope.Resource.Strategy;
        var metadata = ObjectMetadata.Of(obj);
        var gracePeriod = strategy.GracePeriod(obj, options.GracePeriodSeconds);
        var before = obj.CloneObject();
        Deletion.SetFinalizers(metadata, options, strategy);
        if (Deletion.IsMarked(metadata))
        {
            // A second deletion may only hurry the first one.
            var left = metadata.Whole("deletionGracePeriodSeconds") ?? 0;
            if (options.GracePeriodSeconds is not null && gracePeriod < left)
            {
                Deletion.Mark(obj, scope.Now, gracePeriod);
                metadata["generation"] = ObjectMetadata.Of(before)["generation"];
            }
        }
        else
        {
            Deletion.Mark(obj, scope.Now, gracePeriod);
            strategy.PrepareForDelete(obj, scope.Rules);
        }

        var removed = Deletion.IsComplete(obj, strategy);
        if (options.DryRun)
            return (new CommitResult.Committed(new(existing.Key, existing.Revision, JsonTreeWriter.ToUtf8(obj))), removed);
        if (removed)
            return (await writer.Remove(scope, existing, before, cancellationToken), true);
        return obj.SameAs(before)
            ? (new CommitResult.Committed(existing), false)
            : (await writer.Replace(scope, existing, obj, cancellationToken), false);
    }

    public static void CheckPreconditions(RequestScope scope, TreeObject obj, string name, DeleteOptionsBody options)
    {
        var metadata = ObjectMetadata.Of(obj);
        var uid = metadata.Text("uid") ?? "";
        if (options.Uid.Length > 0 && options.Uid != uid)
        {
            throw ApiErrors.Conflict(
                scope.Kind, name, $"Precondition failed: UID in precondition: {options.Uid}, UID in object meta: {uid}");
        }

        var version = metadata.Text("resourceVersion") ?? "";
        if (options.ResourceVersion.Length > 0 && options.ResourceVersion != version)
        {
            throw ApiErrors.Conflict(
                scope.Kind,
                name,
                $"Precondition failed: ResourceVersion in precondition: {options.ResourceVersion}, ResourceVersion in object meta: {version}");
        }
    }

    private static TreeObject Success(RequestScope scope, TreeObject last)
    {
        var details = new TreeObject { ["name"] = new TreeText(scope.Name) };
        if (scope.Kind.Group.Length > 0)
            details.Set("group", scope.Kind.Group);
        details.Set("kind", scope.Kind.Plural);
        details.Set("uid", ObjectMetadata.Of(last).Text("uid") ?? "");
        return new TreeObject
        {
            ["kind"] = new TreeText("Status"),
            ["apiVersion"] = new TreeText("v1"),
            ["metadata"] = new TreeObject(),
            ["status"] = new TreeText("Success"),
            ["details"] = details,
        };
    }
}
