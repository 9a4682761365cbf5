using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

internal sealed class BindingSubresource : ISubresource
{
    public ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken) =>
        PodAssignment.Run(scope, scope.Store, SubresourceBody.Decode(scope), scope.Name, cancellationToken);
}
