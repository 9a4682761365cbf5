using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>A control plane whose nodes have no agents that could be reached.</summary>
internal sealed class NoNodes : INodeConnector
{
    public ValueTask<VerbResult?> Call(NodeCall call, CancellationToken cancellationToken) => new((VerbResult?)null);
}
