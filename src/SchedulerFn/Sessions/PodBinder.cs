using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.SchedulerFn.Queues;
using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Sessions;

/// <summary>Writes a placement: the pod's volumes first, then its node.</summary>
internal sealed class PodBinder(IApiClient client, ObjectCache<PersistentVolumeClaim> claims, ObjectCache<PersistentVolume> volumes)
{
    private const string SelectedNode = "volume.kubernetes.io/selected-node";

    public async Task<BindOutcome> Bind(WaitingPod pod, string node, CancellationToken cancellationToken)
    {
        var binding = new Binding
        {
            // Nobody else's pod of this name. The revision may move on: what matters to the placement cannot change.
            Metadata = new() { Name = pod.Info.Name, Namespace = pod.Info.Namespace, Uid = pod.Info.Uid },
            Target = new() { Kind = "Node", Name = node },
        };
        return await client.Bind(binding, WriteOptions.Default, cancellationToken) switch
        {
            ApiResult<Api.Meta.V1.Status>.Ok => BindOutcome.Bound.Instance,
            ApiResult<Api.Meta.V1.Status>.NotFound => BindOutcome.Gone.Instance,
            var failed => new BindOutcome.Failed(((ApiResult<Api.Meta.V1.Status>.Failed)failed).Status.Message ?? ""),
        };
    }

    /// <summary>Asks for the volumes: takes those that exist for their claims, and tells provisioners where to make the others.</summary>
    public async Task<BindOutcome> Prepare(VolumeDecisions decisions, string node, CancellationToken cancellationToken)
    {
        foreach (var (name, volume) in decisions.Matches)
        {
            if (claims.Get(name.Namespace, name.Name) is not { } claim || volumes.Get("", volume) is not { } found)
                return new BindOutcome.Failed($"claim {name} or volume {volume} is gone");

            var reserved = found with
            {
                Spec = found.Spec! with
                {
                    ClaimRef = new()
                    {
                        Kind = "PersistentVolumeClaim",
                        ApiVersion = "v1",
                        Namespace = name.Namespace,
                        Name = name.Name,
                        Uid = claim.Metadata!.Uid,
                        ResourceVersion = claim.Metadata.ResourceVersion,
                    },
                },
                Metadata = found.Metadata! with
                {
                    Annotations = new Dictionary<string, string>(found.Metadata.Annotations ?? new Dictionary<string, string>())
                    {
                        ["pv.kubernetes.io/bound-by-controller"] = "yes",
                    },
                },
            };
            if (await client.Update(reserved, WriteOptions.Default, cancellationToken) is ApiResult<PersistentVolume>.Failed lost)
                return new BindOutcome.Failed(lost.Status.Message ?? "");
        }

        foreach (var name in decisions.Provisions)
        {
            var change = new TreeObject();
            change.ObjectOrNew("metadata").ObjectOrNew("annotations").Set(SelectedNode, node);
            var annotated = await client.Patch<PersistentVolumeClaim>(
                new(name.Namespace, name.Name), new ObjectPatch.Merge(change), "", WriteOptions.Default, cancellationToken);
            if (annotated is ApiResult<PersistentVolumeClaim>.Failed failed)
                return new BindOutcome.Failed(failed.Status.Message ?? "");
        }

        return BindOutcome.Bound.Instance;
    }

    /// <summary>Whether every claim of the pod has its volume.</summary>
    public bool AreBound(WaitingPod pod) => pod.Info.Shape.Volumes.Claims.All(use =>
        claims.Get(pod.Info.Namespace, use.Claim) is { Spec.VolumeName.Length: > 0, Status.Phase: "Bound" });
}
