using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>The old way to bind a pod: creating a Binding in its namespace.</summary>
internal sealed class PodBinding(ServedResources served) : IReview
{
    public ValueTask<VerbResult> Run(RequestScope scope, CancellationToken cancellationToken)
    {
        var binding = BodyDecoder.Decode(scope.Request, scope.Kind);
        var name = binding.Object("metadata")?.Text("name") ?? "";
        return PodAssignment.Run(scope, served.Store("pods"), binding, name, cancellationToken);
    }
}
