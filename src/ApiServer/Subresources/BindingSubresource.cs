using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

internal sealed class BindingSubresource : ISubresource
{
    public async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var binding = SubresourceBody.Decode(scope);
        await writer.AdmitCarried(scope, AdmissionOperation.Create, binding, SubresourceBody.KindOf(scope), cancellationToken);
        return await PodAssignment.Run(scope, scope.Store, binding, scope.Name, cancellationToken);
    }
}
