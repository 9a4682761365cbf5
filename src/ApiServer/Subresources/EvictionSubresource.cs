using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Deletes a pod, but only if its disruption budget can spare it.</summary>
internal sealed class EvictionSubresource(ServedResources served) : ISubresource
{
    public async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var eviction = SubresourceBody.Decode(scope);
        if ((eviction.Object("metadata")?.Text("name") ?? "") != scope.Name)
            throw ApiErrors.BadRequest("name in URL does not match name in Eviction object");

        await writer.AdmitCarried(scope, AdmissionOperation.Create, eviction, SubresourceBody.KindOf(scope), cancellationToken);
        var options = Options(scope, eviction);
        var stored = await scope.Store.Get(scope.Key, cancellationToken) ?? throw ApiErrors.NotFound(scope.Kind, scope.Name);
        var pod = StoredTrees.Read(stored);
        var guarded = IsCounted(pod)
            ? await new DisruptionBudgets(served.Store("policy", "v1", "poddisruptionbudgets"))
                .Spare(scope.Key, pod, options.DryRun, scope.Now, cancellationToken)
            : BudgetDecision.Free;

        // A pod that is let go because it is not healthy must still be the same when it is deleted.
        var checkedOptions = guarded.OnlyUnchanged && options.ResourceVersion.Length == 0
            ? options with { ResourceVersion = ObjectMetadata.Of(pod).Text("resourceVersion") ?? "" }
            : options;
        await Delete(scope, writer, options, checkedOptions, guarded.Budget, cancellationToken);
        return StatusAnswer.Created();
    }

    private static async ValueTask Delete(
        RequestScope scope, ObjectWriter writer, DeleteOptionsBody wanted, DeleteOptionsBody options, string budget, CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Path = scope.Request.Path with { Subresource = "" },
            Verb = "delete",
            User = scope.Request.User,
            UserAgent = scope.Request.UserAgent,
            Query = scope.Query,
        };
        var deletion = new RequestScope(request, scope.Resource, scope.Now);
        try
        {
            if (!options.DryRun)
                options = await MarkDisrupted(deletion, options, writer, cancellationToken);
            await DeleteVerb.Delete(deletion, scope.Key, options with { IsAdmitted = true }, writer, cancellationToken);
        }
        catch (ApiException e) when (e.Code == 409 && wanted.ResourceVersion != options.ResourceVersion && budget.Length > 0)
        {
            throw DisruptionBudgets.StillProcessing(budget);
        }

        scope.Request.Warnings.AddRange(request.Warnings);
    }

    /// <summary>Whoever watches the pod learns why it goes. The write changes the version that the deletion may ask for.</summary>
    private static async ValueTask<DeleteOptionsBody> MarkDisrupted(
        RequestScope scope, DeleteOptionsBody options, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var existing = await scope.Store.Get(scope.Key, cancellationToken) ?? throw ApiErrors.NotFound(scope.Kind, scope.Name);
        var pod = StoredTrees.Read(existing);
        DeleteVerb.CheckPreconditions(scope, pod, scope.Name, options);
        PodConditions.SetTrue(pod, "DisruptionTarget", scope.Now, "EvictionByEvictionAPI", "Eviction API: evicting");
        return await writer.Replace(scope, existing, pod, cancellationToken) switch
        {
            Store.CommitResult.Committed committed when options.ResourceVersion.Length > 0 =>
                options with { ResourceVersion = committed.Object.Revision.ToString() },
            Store.CommitResult.Committed => options,
            Store.CommitResult.NotFound => throw ApiErrors.NotFound(scope.Kind, scope.Name),
            _ when options.ResourceVersion.Length > 0 => throw ApiErrors.ObjectModified(scope.Kind, scope.Name),

            // Somebody else changed the pod just now; it goes without the condition rather than not at all.
            _ => options,
        };
    }

    private static DeleteOptionsBody Options(RequestScope scope, TreeObject eviction)
    {
        var given = eviction.Object("deleteOptions");
        var request = new ApiRequest
        {
            Path = scope.Request.Path,
            Verb = "delete",
            User = scope.Request.User,
            Query = scope.Query,
            BodyTree = given?.CloneObject(),
        };
        var options = DeleteOptionsBody.Read(request);
        return options with { DryRun = options.DryRun || scope.Query.DryRun };
    }

    /// <summary>Pods that have ended, have not begun or are going already are in no budget.</summary>
    private static bool IsCounted(TreeObject pod) =>
        pod.Object("status")?.Text("phase") is not ("Succeeded" or "Failed" or "Pending") && !Deletion.IsMarked(ObjectMetadata.Of(pod));
}
