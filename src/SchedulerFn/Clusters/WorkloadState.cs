using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Clusters;

/// <summary>What groups pods: default spreading evens out the pods of a service or of a controller.</summary>
internal sealed class WorkloadState
{
    private static readonly Dictionary<string, string> NoLabels = [];
    private readonly Dictionary<string, Dictionary<string, IReadOnlyDictionary<string, string>>> _services = [];
    private readonly Dictionary<PodName, IReadOnlyDictionary<string, string>> _controllers = [];
    private readonly Dictionary<PodName, LabelRequirements> _replicaSets = [];
    private readonly Dictionary<PodName, LabelRequirements> _statefulSets = [];

    public long Version { get; private set; }

    public void Apply(Service service)
    {
        var space = service.Metadata?.Namespace ?? "";
        if (!_services.TryGetValue(space, out var services))
            _services[space] = services = [];
        var name = service.Metadata?.Name ?? "";
        var selector = service.Spec?.Selector ?? NoLabels;
        if (services.TryGetValue(name, out var before) && IsSame(before, selector))
            return;

        services[name] = selector;
        Version++;
    }

    public void RemoveService(PodName name)
    {
        if (_services.GetValueOrDefault(name.Namespace)?.Remove(name.Name) == true)
            Version++;
    }

    public void Apply(ReplicationController controller) =>
        Set(_controllers, controller.Metadata, controller.Spec?.Selector ?? NoLabels, IsSame);

    public void RemoveReplicationController(PodName name) => Remove(_controllers, name);

    public void Apply(ReplicaSet set) => Set(_replicaSets, set.Metadata, Read(set.Spec?.Selector), IsSame);

    public void RemoveReplicaSet(PodName name) => Remove(_replicaSets, name);

    public void Apply(StatefulSet set) => Set(_statefulSets, set.Metadata, Read(set.Spec?.Selector), IsSame);

    public void RemoveStatefulSet(PodName name) => Remove(_statefulSets, name);

    /// <summary>What selects the pods that belong together with these; null where nothing groups them.</summary>
    public LabelRequirements? SelectorOf(PodShape pod)
    {
        var labels = new Dictionary<string, string>();
        foreach (var (_, selector) in _services.GetValueOrDefault(pod.Namespace) ?? [])
        {
            if (selector.Count > 0 && selector.All(label => pod.Label(label.Key) == label.Value))
                Merge(labels, selector);
        }

        var owner = pod.Owner is null ? default : new PodName(pod.Namespace, pod.Owner.Name);
        LabelRequirements? more = null;
        switch (pod.Owner)
        {
            case { Kind: "ReplicationController", ApiVersion: "v1" } when _controllers.TryGetValue(owner, out var controller):
                Merge(labels, controller);
                break;
            case { Kind: "ReplicaSet", ApiVersion: "apps/v1" } when _replicaSets.TryGetValue(owner, out var set):
                more = set;
                break;
            case { Kind: "StatefulSet", ApiVersion: "apps/v1" } when _statefulSets.TryGetValue(owner, out var set):
                more = set;
                break;
        }

        if (more is null or { IsEmpty: true })
            return labels.Count == 0 ? null : LabelRequirements.OfLabels(labels);
        return labels.Count == 0 ? more : more.And(LabelRequirements.OfLabels(labels));
    }

    private static void Merge(Dictionary<string, string> labels, IReadOnlyDictionary<string, string> more)
    {
        foreach (var (key, value) in more)
            labels[key] = value;
    }

    private static LabelRequirements Read(Api.Meta.V1.LabelSelector? selector) =>
        LabelRequirements.TryRead(selector, out var requirements, out _) ? requirements : LabelRequirements.Nothing;

    private static bool IsSame(LabelRequirements left, LabelRequirements right) => left.IsEmpty == right.IsEmpty && left.ToString() == right.ToString();

    private static bool IsSame(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        left.Count == right.Count && left.All(label => right.TryGetValue(label.Key, out var value) && value == label.Value);

    // Controllers change with every pod they make; only a new selector is news here.
    private void Set<T>(Dictionary<PodName, T> all, Api.Meta.V1.ObjectMeta? metadata, T value, Func<T, T, bool> isSame)
    {
        var name = new PodName(metadata?.Namespace ?? "", metadata?.Name ?? "");
        if (all.TryGetValue(name, out var before) && isSame(before, value))
            return;

        all[name] = value;
        Version++;
    }

    private void Remove<T>(Dictionary<PodName, T> all, PodName name)
    {
        if (all.Remove(name))
            Version++;
    }
}
