using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>How many objects there are of kinds that no cache holds, custom resources among them.</summary>
internal sealed class ObjectNumbers(ControllerServices services)
{
    /// <summary>Null: there is no such resource.</summary>
    /// <param name="groupResource">"widgets.example.com".</param>
    /// <param name="inNamespace">Where they are.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<long?> Of(string groupResource, string inNamespace, CancellationToken cancellationToken)
    {
        if (await Find(groupResource, cancellationToken) is not { Namespaced: true } kind)
            return null;

        // One object is asked for; the server tells how many are left.
        var call = new ApiCall { Kind = kind, Verb = "list", Namespace = inNamespace, Query = [new("limit", "1")], MetadataOnly = true, Answer = ListSchemas.Of(kind.Schema) };
        var answer = await services.Transport.Send(call, cancellationToken);
        return answer.Code >= 300 ? null : (answer.Body.List("items")?.Count ?? 0) + (answer.Body.Object("metadata")?.Whole("remainingItemCount") ?? 0);
    }

    private async ValueTask<KindInfo?> Find(string groupResource, CancellationToken cancellationToken)
    {
        var kinds = services.Lives.Kinds;
        if (kinds.OfResource(groupResource) is { } known)
            return known;

        await kinds.Newest(cancellationToken);
        return kinds.OfResource(groupResource);
    }
}
