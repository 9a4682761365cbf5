using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.Scales;

namespace CloudletK8s.Reconcilers.Disruptions;

/// <summary>How many pods the controllers of some pods want together: workloads from the caches, all others by their scale.</summary>
internal sealed class BudgetScales(ControllerServices services, ControllerSources sources)
{
    private readonly ObjectCache<Deployment> _deployments = sources.Reads<Deployment>();
    private readonly ObjectCache<ReplicaSet> _replicaSets = sources.Reads<ReplicaSet>();
    private readonly ObjectCache<StatefulSet> _statefulSets = sources.Reads<StatefulSet>();
    private readonly ObjectCache<ReplicationController> _replicationControllers = sources.Reads<ReplicationController>();
    private readonly ScaleTargets _targets = new(services);

    public async ValueTask<ExpectedPods> Of(IReadOnlyList<Pod> pods, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var unmanaged = false;
        foreach (var pod in pods)
        {
            if (OwnerReferences.Controller(pod) is not { Uid: { } uid } owner)
                unmanaged = true;
            else if (asked.Add(uid) && await Add(owner, pod, known, cancellationToken) is { } error)
                return new(0, unmanaged, error);
        }

        return new(known.Values.Sum(), unmanaged);
    }

    /// <returns>What went wrong.</returns>
    private async ValueTask<string?> Add(OwnerReference owner, Pod pod, Dictionary<string, int> known, CancellationToken cancellationToken)
    {
        var name = new ObjectName(pod.Metadata?.Namespace ?? "", owner.Name ?? "");
        if (Cached(owner, name) is var (uid, replicas))
        {
            known[uid] = replicas;
            return null;
        }

        if (await _targets.Find(owner.ApiVersion, owner.Kind, cancellationToken) is not { } kind)
            return $"no matches for kind \"{owner.Kind}\" in version \"{owner.ApiVersion}\"";
        if (!ScaleTargets.HasScale(kind))
            return $"{kind.GroupResource} does not implement the scale subresource";

        var answer = await _targets.Get(kind, name, cancellationToken);
        if (answer.Scale is { Metadata.Uid: { } scaled } scale && scaled == owner.Uid)
        {
            known[scaled] = scale.Spec?.Replicas ?? 0;
            return null;
        }

        return answer.Refusal is { Code: not 404, Message: { } message } ? message : $"found no controllers for pod \"{pod.Metadata?.Name}\"";
    }

    private (string Uid, int Replicas)? Cached(OwnerReference owner, ObjectName name) => owner.Kind switch
    {
        "ReplicaSet" when Same(_replicaSets.Get(name), owner) is { } set => OfDeployment(set) ?? (owner.Uid!, set.Spec?.Replicas ?? 1),
        "StatefulSet" when Same(_statefulSets.Get(name), owner) is { } set => (owner.Uid!, set.Spec?.Replicas ?? 1),
        "ReplicationController" when Same(_replicationControllers.Get(name), owner) is { } controller => (owner.Uid!, controller.Spec?.Replicas ?? 1),
        _ => null,
    };

    private (string Uid, int Replicas)? OfDeployment(ReplicaSet set) =>
        OwnerReferences.Controller(set) is { Kind: "Deployment" } owner
        && Same(_deployments.Get(new(set.Metadata?.Namespace ?? "", owner.Name ?? "")), owner) is { } deployment
            ? (owner.Uid!, deployment.Spec?.Replicas ?? 1) : null;

    private static T? Same<T>(T? found, OwnerReference owner) where T : class, IApiObject => found?.Metadata?.Uid == owner.Uid ? found : null;
}
