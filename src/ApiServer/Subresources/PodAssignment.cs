using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>
/// Puts a pod on the node that a Binding names. Schedulers do this for every pod, so it is one read from memory and one write,
/// without the checks of an update: nothing else of the pod changes.
/// </summary>
internal static class PodAssignment
{
    private const int MaximumAttempts = 32;

    public static async ValueTask<VerbResult> Run(
        RequestScope scope, IResourceStore pods, TreeObject binding, string name, CancellationToken cancellationToken)
    {
        Check(binding, name);
        var key = new ObjectKey(scope.Namespace, name);
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            var existing = await pods.Get(key, cancellationToken) ?? throw ApiErrors.NotFound("", "pods", name);
            var pod = StoredTrees.Read(existing);
            Assign(pod, binding, scope.Now, name);
            if (scope.Query.DryRun)
                return StatusAnswer.Created();

            var (json, offset) = JsonTreeWriter.WriteForStore(pod);
            var write = new ObjectWrite(ChangeType.Modified, key) { Json = json, RevisionOffset = offset, ExpectedRevision = existing.Revision };
            switch (await pods.Commit(write, cancellationToken))
            {
                case CommitResult.Committed:
                    return StatusAnswer.Created();
                case CommitResult.NotFound:
                    throw ApiErrors.NotFound("", "pods", name);
                case CommitResult.TooLarge tooLarge:
                    throw ApiErrors.RequestEntityTooLarge($"Request entity too large: limit is {tooLarge.Limit}, the object takes {tooLarge.Bytes} bytes");
            }
        }

        throw Refused(name, "the object has been modified; please apply your changes to the latest version and try again");
    }

    private static void Check(TreeObject binding, string name)
    {
        if ((binding.Object("metadata")?.Text("name") ?? "") != name)
            throw ApiErrors.BadRequest("name in URL does not match name in Binding object");

        var target = binding.Object("target");
        if (target?.Text("kind") is not (null or "" or "Node") and var kind)
            throw new ApiException(500, "", $"target.kind: Unsupported value: \"{kind}\": supported values: \"Node\", \"<empty>\"");
        if (target?.Text("name") is null or "")
            throw new ApiException(500, "", "target.name: Required value");
    }

    private static void Assign(TreeObject pod, TreeObject binding, DateTimeOffset now, string name)
    {
        var metadata = ObjectMetadata.Of(pod);
        CheckPreconditions(metadata, binding.Object("metadata"), name);
        if (Deletion.IsMarked(metadata))
            throw Refused(name, $"pod {name} is being deleted, cannot be assigned to a host");

        var spec = pod.ObjectOrNew("spec");
        if (spec.Text("nodeName") is { Length: > 0 } node)
            throw Refused(name, $"pod {name} is already assigned to node \"{node}\"");
        if (spec.List("schedulingGates") is { Count: > 0 })
            throw Refused(name, $"pod {name} has non-empty .spec.schedulingGates");

        spec.Set("nodeName", binding.Object("target")!.Text("name")!);
        if (binding.Object("metadata", "annotations") is { Count: > 0 } annotations)
        {
            var all = metadata.ObjectOrNew("annotations");
            foreach (var (annotation, value) in annotations)
                all.Set(annotation, value);
            all.SortByName();
        }

        PodConditions.SetTrue(pod, "PodScheduled", now);
    }

    private static void CheckPreconditions(TreeObject metadata, TreeObject? wanted, string name)
    {
        if (wanted?.Text("uid") is { Length: > 0 } uid && uid != metadata.Text("uid"))
            throw Refused(name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {metadata.Text("uid")}");
        if (wanted?.Text("resourceVersion") is { Length: > 0 } version && version != metadata.Text("resourceVersion"))
        {
            throw Refused(
                name, $"Precondition failed: ResourceVersion in precondition: {version}, ResourceVersion in object meta: {metadata.Text("resourceVersion")}");
        }
    }

    private static ApiException Refused(string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on pods/binding \"{name}\": {why}")
        {
            Details = new TreeObject { ["name"] = new TreeText(name), ["kind"] = new TreeText("pods/binding") },
        };
}
