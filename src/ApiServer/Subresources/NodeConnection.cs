using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>
/// Logs, commands, forwarded ports and proxies: what a node has to answer. Where there is no node to ask, the words are those of
/// Kubernetes for the same case.
/// </summary>
internal sealed class NodeConnection(ServedResources served, INodeConnector nodes) : ISubresource
{
    private const int DefaultAgentPort = 10250;

    public async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        if (ConnectOptions.KindOf(scope) is { } kind)
            await writer.AdmitCarried(scope, AdmissionOperation.Connect, ConnectOptions.Read(scope, kind), kind, cancellationToken);

        var stored = await scope.Store.Get(scope.Key, cancellationToken) ?? throw ApiErrors.NotFound(scope.Kind, scope.Name);
        var obj = StoredTrees.Read(stored);
        return scope.Storage.Plural switch
        {
            "services" => throw Unavailable($"no endpoints available for service \"{scope.Name}\""),
            "nodes" => await Call(scope, new(scope.Name, scope.Subresource, new TreeObject(), "", scope.Request), cancellationToken),
            _ => await CallPod(scope, obj, cancellationToken),
        };
    }

    private ValueTask<VerbResult> CallPod(RequestScope scope, TreeObject pod, CancellationToken cancellationToken)
    {
        var container = scope.Subresource is "log" or "exec" or "attach" ? ContainerChoice.Of(pod, scope.Query.Container) : "";
        var node = pod.Object("spec")?.Text("nodeName") ?? "";
        if (node.Length > 0)
            return Call(scope, new(node, scope.Subresource, pod, container, scope.Request), cancellationToken);

        return scope.Subresource switch
        {
            // Nothing was ever written.
            "log" => new(new VerbResult.Empty(204)),
            "proxy" => throw ApiErrors.BadRequest("address not allowed"),
            _ => throw ApiErrors.BadRequest($"pod {scope.Name} does not have a host assigned"),
        };
    }

    private async ValueTask<VerbResult> Call(RequestScope scope, NodeCall call, CancellationToken cancellationToken)
    {
        var stored = await served.Store("nodes").Get(new ObjectKey("", call.Node), cancellationToken)
            ?? throw ApiErrors.NotFound("", "nodes", call.Node);
        return await nodes.Call(call, cancellationToken) ?? throw Unreachable(scope, call, StoredTrees.Read(stored));
    }

    private static ApiException Unreachable(RequestScope scope, NodeCall call, TreeObject node)
    {
        var refused = $"dial tcp {Address(node)}: connect: connection refused";
        return call.Action switch
        {
            "log" => new(500, "InternalError", $"Get \"https://{Address(node)}/containerLogs/{scope.Namespace}/{scope.Name}/{call.Container}\": {refused}"),
            "proxy" => Unavailable($"error trying to reach service: {refused}"),
            _ => ApiErrors.Internal($"error dialing backend: {refused}"),
        };
    }

    private static string Address(TreeObject node)
    {
        var status = node.Object("status");
        var addresses = status?.List("addresses")?.Objects().ToList() ?? [];
        var address = addresses.Find(item => item.Text("type") == "InternalIP") ?? addresses.FirstOrDefault();
        var port = status?.Object("daemonEndpoints", "kubeletEndpoint")?.Whole("Port") ?? DefaultAgentPort;
        return $"{address?.Text("address") ?? node.Object("metadata")?.Text("name")}:{port}";
    }

    private static ApiException Unavailable(string message) => new(503, "ServiceUnavailable", message);
}
