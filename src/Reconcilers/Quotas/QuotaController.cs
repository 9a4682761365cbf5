using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>Resource quotas. What is created is charged by the API server itself; this takes off what is gone, and counts anew.</summary>
internal sealed class QuotaController : PlannedController<QuotaView>
{
    private readonly ObjectCache<ResourceQuota> _quotas;
    private readonly List<ICountedKind> _kinds = [];
    private readonly ObjectNumbers _numbers;
    private readonly RecentCharges _charges;

    public QuotaController(ControllerServices services) : base("resourcequota-controller", services)
    {
        _quotas = Sources.For<ResourceQuota>(static change => change.Current is not null && (change.Previous is null || !IsCurrent(change.Current)));
        Sources.Write("resourcequotas/status");
        Count<Pod>();
        Count<Service>();
        Count<PersistentVolumeClaim>();
        Sources.OnLives(new LostObjects(_quotas));
        _numbers = new(services);
        _charges = new(_quotas, services.Time);
    }

    protected override async ValueTask<QuotaView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_quotas.Get(name) is not { Spec.Hard: { } hard, Metadata.Uid: { } uid } quota)
            return null;

        var counted = new Dictionary<string, Quantity>();
        foreach (var kind in _kinds)
        {
            if (kind.Concerns(hard))
                kind.Count(name.Namespace, quota.Spec, counted);
        }

        foreach (var limit in hard.Keys)
        {
            if (NumberedKind.Of(limit) is { } resource && !_kinds.Exists(kind => kind.GroupResource == resource)
                && await _numbers.Of(resource, name.Namespace, cancellationToken) is { } number)
            {
                counted[limit] = Quantity.Of(number);
            }
        }

        return new(quota, counted, _charges.Of(uid));
    }

    protected override Plan Decide(QuotaView snapshot, DateTimeOffset now) => QuotaPlan.Decide(snapshot);

    private void Count<T>() where T : class, IApiObject => _kinds.Add(new CountedKind<T>(Sources.On<T>(Freed)));

    private IEnumerable<ObjectName> Freed<T>(ObjectChange<T> change) where T : class, IApiObject
    {
        if (change.Previous is not { } previous || _quotas.InNamespace(change.Name.Namespace) is not { Length: > 0 } quotas)
            return [];
        if (change.Current is { } current && Same(CountedObject.Of(previous).Usage, CountedObject.Of(current).Usage))
            return [];

        return quotas.Select(quota => ObjectName.Of(quota));
    }

    private static bool IsCurrent(ResourceQuota quota) => quota.Status is { Hard: { } known, Used: not null } && quota.Spec?.Hard is { } hard && Same(known, hard);

    private static bool Same(IReadOnlyDictionary<string, Quantity> one, IReadOnlyDictionary<string, Quantity> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var amount) && amount == pair.Value);
}
