using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.Quotas;

internal sealed class CountedKind<T>(ObjectCache<T> cache) : ICountedKind where T : class, IApiObject
{
    private static readonly bool IsPod = typeof(T) == typeof(Pod);

    public string GroupResource => cache.Kind.GroupResource;

    public bool Concerns(IReadOnlyDictionary<string, Quantity> hard) => hard.Keys.Any(name =>
        name == cache.Kind.GroupResource || name == $"count/{cache.Kind.GroupResource}" || IsAmount(name));

    public void Count(string inNamespace, ResourceQuotaSpec quota, Dictionary<string, Quantity> to)
    {
        foreach (var obj in cache.InNamespace(inNamespace))
        {
            var counted = CountedObject.Of(obj);
            if (counted.IsIn(quota, IsPod))
                ResourceAmounts.Add(to, counted.Usage);
        }
    }

    /// <summary>Amounts besides the number of objects.</summary>
    private static bool IsAmount(string name)
    {
        if (IsPod)
            return name is "cpu" or "memory" or "ephemeral-storage" || Starts(name, "limits.") || (Starts(name, "requests.") && name != "requests.storage");
        if (typeof(T) == typeof(Service))
            return Starts(name, "services.");
        return typeof(T) == typeof(PersistentVolumeClaim) && (name == "requests.storage" || name.Contains(".storageclass.storage.k8s.io/", StringComparison.Ordinal));
    }

    private static bool Starts(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);
}
