using System.Net;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Webhooks;

/// <summary>
/// Where a service of the cluster answers. The server itself goes to one of the service's endpoints, since it need not be on a
/// node with a proxy; only a service that nobody keeps endpoints for is reached by its cluster IP.
/// </summary>
internal sealed class ServiceEndpoints(IResourceStore services, IResourceStore slices, Random random)
{
    private const string ServiceLabel = "kubernetes.io/service-name";

    /// <exception cref="WebhookFailureException">There is no such service, or nobody behind it.</exception>
    public async ValueTask<EndPoint> Resolve(string inNamespace, string name, int port, CancellationToken cancellationToken)
    {
        var stored = await services.Get(new(inNamespace, name), cancellationToken) ?? throw new WebhookFailureException($"service \"{name}\" not found");
        var spec = StoredTrees.Read(stored).Object("spec") ?? new();
        if (spec.Text("type") == "ExternalName")
            return new DnsEndPoint(spec.Text("externalName") ?? "", port);

        var wanted = spec.List("ports")?.Objects().FirstOrDefault(offered => offered.Whole("port") == port)
            ?? throw new WebhookFailureException($"no service port {port} found for service \"{name}\"");
        var (known, ready) = await Ready(inNamespace, name, wanted.Text("name") ?? "", cancellationToken);
        if (ready.Count > 0)
            return ready[random.Next(ready.Count)];

        return !known && IPAddress.TryParse(spec.Text("clusterIP"), out var address)
            ? new IPEndPoint(address, port)
            : throw new WebhookFailureException($"no endpoints available for service \"{name}\"");
    }

    /// <returns>Whether anybody keeps endpoints for the service, and those that are ready.</returns>
    private async ValueTask<(bool Known, List<EndPoint> Ready)> Ready(string inNamespace, string name, string port, CancellationToken cancellationToken)
    {
        var ready = new List<EndPoint>();
        var known = false;
        if (await slices.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found { Snapshot: var snapshot })
            return (known, ready);

        foreach (var stored in snapshot.Objects(inNamespace))
        {
            if (ObjectFacts.Of(stored, SelectableFields.Of(null)).Labels?.Text(ServiceLabel) != name)
                continue;

            known = true;
            var slice = StoredTrees.Read(stored);
            if (PortOf(slice, port) is { } number)
                ready.AddRange(Addresses(slice).Select(address => new IPEndPoint(address, number)));
        }

        return (known, ready);
    }

    private static int? PortOf(TreeObject slice, string name) =>
        (int?)slice.List("ports")?.Objects().FirstOrDefault(offered => (offered.Text("name") ?? "") == name)?.Whole("port");

    private static IEnumerable<IPAddress> Addresses(TreeObject slice)
    {
        foreach (var endpoint in slice.List("endpoints")?.Objects() ?? [])
        {
            if (endpoint.Object("conditions")?.Flag("ready") == false)
                continue;

            foreach (var text in endpoint.List("addresses")?.Texts() ?? [])
            {
                if (IPAddress.TryParse(text, out var address))
                    yield return address;
            }
        }
    }
}
