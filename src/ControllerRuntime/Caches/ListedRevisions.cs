using System.Globalization;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Schemas;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>Asks any API server, by the shortest list that it can answer.</summary>
public sealed class ListedRevisions(IApiTransport transport) : IResourceRevisions
{
    public async ValueTask<long> Newest(KindInfo kind, CancellationToken cancellationToken)
    {
        var call = new ApiCall
        {
            Kind = kind,
            Verb = "list",
            Query = CallQuery.Of(new ListOptions { Limit = 1 }),
            Answer = ListSchemas.Of(kind.Schema),
        };
        var answer = await transport.Send(call, cancellationToken);
        if (answer.Code != 200)
            throw new ApiStatusException(RecordBinder.Read<Status>(answer.Body));

        return long.Parse(answer.Body.Object("metadata")?.Text("resourceVersion") ?? "0", CultureInfo.InvariantCulture);
    }
}
