using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Rules;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>The records of the Api project, as resources over a store.</summary>
internal static class BuiltInResources
{
    public static IReadOnlyList<ServedResource> Over(IClusterStore store)
    {
        var byName = BuiltInKinds.All.ToDictionary(kind => (kind.ApiVersion, kind.Kind));
        return [.. BuiltInKinds.All.Select(kind => Serve(kind, byName, store))];
    }

    private static ServedResource Serve(
        KindInfo kind, Dictionary<(string ApiVersion, string Kind), KindInfo> byName, IClusterStore store)
    {
        var storage = byName[(kind.StorageApiVersion, kind.Kind)];
        var kept = kind.Verbs.Contains("get");
        return new(kind, storage, KindStrategies.Of(storage.Record), kept ? store.Resource(storage.GroupResource) : null);
    }
}
