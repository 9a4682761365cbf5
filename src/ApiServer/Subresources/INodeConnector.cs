using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Reaches the agents of nodes. Without one no node is reachable.</summary>
internal interface INodeConnector
{
    /// <returns>Null when the node's agent is not there at the moment.</returns>
    ValueTask<VerbResult?> Call(NodeCall call, CancellationToken cancellationToken);
}
