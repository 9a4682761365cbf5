using CloudletK8s.Api.Apps.V1;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>The sets of a deployment and the sizes that they are to have; what the steps of a decision work on.</summary>
internal sealed class Rollout
{
    private readonly Dictionary<ReplicaSet, int> _sizes = new(ReferenceEqualityComparer.Instance);
    private readonly Func<string, ReplicaSet?> _named;

    public Rollout(Deployment deployment, IReadOnlyList<ReplicaSet> sets, Func<string, ReplicaSet?> named)
    {
        _named = named;
        Deployment = deployment;
        Replicas = deployment.Spec!.Replicas ?? 1;
        Fences = Fenceposts.Of(deployment.Spec);
        CollisionCount = deployment.Status?.CollisionCount;

        // The oldest, if by some accident two have the same template: everybody has to choose the same.
        var byAge = sets.OrderBy(set => set.Metadata!.CreationTimestamp).ThenBy(set => set.Metadata!.Name, StringComparer.Ordinal).ToList();
        New = byAge.FirstOrDefault(set => Templates.AreSame(set.Spec?.Template, deployment.Spec.Template));
        Old = [.. byAge.Where(set => !ReferenceEquals(set, New))];
        Newest = Old.Select(SetAnnotations.RevisionOf).DefaultIfEmpty().Max() + 1;
    }

    public Deployment Deployment { get; }

    public int Replicas { get; }

    public Fenceposts Fences { get; }

    /// <summary>The set with the deployment's template; null: there is none yet.</summary>
    public ReplicaSet? New { get; private set; }

    /// <summary>The new set is to be created.</summary>
    public bool IsMade { get; private set; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ReplicaSet> Old { get; }

    public IEnumerable<ReplicaSet> All => New is null ? Old : [.. Old, New];

    /// <summary>The revision that the new set has to have at least.</summary>
    public long Newest { get; }

    public int? CollisionCount { get; private set; }

    public int Size(ReplicaSet set) => _sizes.TryGetValue(set, out var size) ? size : set.Spec?.Replicas ?? 1;

    public void Resize(ReplicaSet set, int size) => _sizes[set] = size;

    /// <summary>Looked at for its size, even if that stays: what is noted with it is brought up to date.</summary>
    public bool IsSized(ReplicaSet set) => _sizes.ContainsKey(set);

    public int TotalSize() => All.Sum(Size);

    /// <summary>Pods that there are or are to be: what a set gave up lately may still run.</summary>
    public int TotalPods() => All.Sum(set => Math.Max(Size(set), set.Status?.Replicas ?? 0));

    /// <summary>Every old set has followed what it was told last, so that what it says of its pods is the latest.</summary>
    public bool HasSettled() => Old.All(set => set.Metadata!.Generation <= (set.Status?.ObservedGeneration ?? 0));

    public int Available() => All.Sum(set => set.Status?.AvailableReplicas ?? 0);

    /// <summary>The new set, drafted with no replicas if there is none.</summary>
    public ReplicaSet EnsureNew()
    {
        if (New is not null)
            return New;

        var spec = Deployment.Spec!;
        var metadata = Deployment.Metadata!;
        var hash = TemplateHash.Of(spec.Template, CollisionCount ?? 0);
        while (_named($"{metadata.Name}-{hash}") is not null)
        {
            CollisionCount = (CollisionCount ?? 0) + 1;
            hash = TemplateHash.Of(spec.Template, CollisionCount.Value);
        }

        var labels = Templates.WithHash(spec.Template?.Metadata?.Labels, hash);
        New = new()
        {
            Metadata = new()
            {
                Name = $"{metadata.Name}-{hash}",
                Namespace = metadata.Namespace,
                Labels = labels,
                OwnerReferences = [OwnerReferences.ToController(Deployment)],
            },
            Spec = new()
            {
                Replicas = 0,
                MinReadySeconds = spec.MinReadySeconds,
                Selector = (spec.Selector ?? new()) with { MatchLabels = Templates.WithHash(spec.Selector?.MatchLabels, hash) },
                Template = (spec.Template ?? new()) with { Metadata = (spec.Template?.Metadata ?? new()) with { Labels = labels } },
            },
        };
        IsMade = true;
        return New;
    }
}
