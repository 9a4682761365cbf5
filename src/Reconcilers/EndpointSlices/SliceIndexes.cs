using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.EndpointSlices;

/// <summary>Whose slices are whose: a service may have slices of several managers.</summary>
internal static class SliceIndexes
{
    public const string ServiceNameLabel = "kubernetes.io/service-name";
    public const string ManagedByLabel = "endpointslice.kubernetes.io/managed-by";

    /// <summary>The slices of a service that this manager keeps, by namespace/name.</summary>
    public static ObjectIndex<EndpointSlice> ByService(ObjectCache<EndpointSlice> slices, string manager) =>
        slices.Index($"service of {manager}", slice => ServiceOf(slice, manager) is { } service ? [service.ToString()] : []);

    public static ObjectName? ServiceOf(EndpointSlice slice, string manager) =>
        slice.Metadata?.Labels is { } labels && labels.GetValueOrDefault(ManagedByLabel) == manager
            && labels.GetValueOrDefault(ServiceNameLabel) is { Length: > 0 } name
            ? new(slice.Metadata.Namespace ?? "", name) : null;

    /// <summary>The services whose slices somebody else may have changed.</summary>
    public static IEnumerable<ObjectName> Touched(ObjectChange<EndpointSlice> change, string manager)
    {
        var before = change.Previous is { } previous ? ServiceOf(previous, manager) : null;
        var now = change.Current is { } current ? ServiceOf(current, manager) : null;
        if (now is { } service)
            yield return service;
        if (before is { } former && former != now)
            yield return former;
    }
}
