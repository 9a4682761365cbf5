using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>How many objects there are of kinds that no cache holds, custom resources among them.</summary>
internal sealed class ObjectNumbers(ControllerSources sources, IApiTransport transport)
{
    private readonly ObjectCache<CustomResourceDefinition> _definitions = sources.Reads<CustomResourceDefinition>();

    /// <summary>Null: there is no such resource.</summary>
    /// <param name="groupResource">"widgets.example.com".</param>
    public async ValueTask<long?> Of(string groupResource, string inNamespace, CancellationToken cancellationToken)
    {
        if (Find(groupResource) is not { } kind)
            return null;

        // One object is asked for; the server tells how many are left.
        var call = new ApiCall { Kind = kind, Verb = "list", Namespace = inNamespace, Query = [new("limit", "1")], Answer = ListSchemas.Of(kind.Schema) };
        var answer = await transport.Send(call, cancellationToken);
        return answer.Code >= 300 ? null : (answer.Body.List("items")?.Count ?? 0) + (answer.Body.Object("metadata")?.Whole("remainingItemCount") ?? 0);
    }

    private KindInfo? Find(string groupResource) =>
        BuiltInKinds.All.FirstOrDefault(kind => kind.Namespaced && kind.GroupResource == groupResource && kind.ApiVersion == kind.StorageApiVersion)
        ?? (_definitions.Get(ObjectName.OfCluster(groupResource))?.Spec is { Scope: "Namespaced" } spec ? Describe(spec) : null);

    private static KindInfo? Describe(CustomResourceDefinitionSpec spec) => spec.Versions?.FirstOrDefault(version => version.Served) is not { } served ? null : new()
    {
        Group = spec.Group ?? "",
        Version = served.Name ?? "",
        Kind = spec.Names?.Kind ?? "",
        Plural = spec.Names?.Plural ?? "",
        Singular = spec.Names?.Singular ?? "",
        ListKind = spec.Names?.ListKind ?? "",
        Namespaced = true,
        Schema = RecordSchemas.Of<Api.Core.V1.ConfigMap>(),
        StorageApiVersion = $"{spec.Group}/{served.Name}",
    };
}
