using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Rules;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>The records of the Api project, as resources over a store.</summary>
internal static class BuiltInResources
{
    /// <param name="store">Of the cluster.</param>
    /// <param name="definitions">The store of custom resource definitions, where writes have consequences; null: the plain one.</param>
    public static IReadOnlyList<ServedResource> Over(IClusterStore store, IResourceStore? definitions = null)
    {
        var byName = BuiltInKinds.All.ToDictionary(kind => (kind.ApiVersion, kind.Kind));
        return [.. BuiltInKinds.All.Select(kind => Serve(kind, byName, store, definitions))];
    }

    private static ServedResource Serve(
        KindInfo kind, Dictionary<(string ApiVersion, string Kind), KindInfo> byName, IClusterStore store, IResourceStore? definitions)
    {
        var storage = byName[(kind.StorageApiVersion, kind.Kind)];
        var kept = kind.Verbs.Contains("get");
        var objects = !kept ? null
            : definitions is not null && kind.Record == typeof(CustomResourceDefinition) ? definitions
            : store.Resource(storage.GroupResource);
        return new(kind, storage, KindStrategies.Of(storage.Record), objects);
    }
}
