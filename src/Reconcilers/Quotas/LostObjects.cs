using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>Hears of objects of any kind that are gone, for quotas that count them by kind.</summary>
internal sealed class LostObjects(ObjectCache<ResourceQuota> quotas) : ILifeListener
{
    public IReadOnlyList<ObjectName> Hear(ObjectLife life)
    {
        if (!life.IsGone || life.Name.Namespace.Length == 0 || quotas.InNamespace(life.Name.Namespace) is not { Length: > 0 } candidates)
            return [];

        var gone = life.Kind.GroupResource;
        return [.. candidates
            .Where(quota => quota.Spec?.Hard?.Keys.Any(limit => NumberedKind.IsAbout(limit, gone)) == true)
            .Select(quota => ObjectName.Of(quota))];
    }

    /// <summary>What is gone has been counted by then.</summary>
    public IReadOnlyList<ObjectName> Everything() => [];
}
