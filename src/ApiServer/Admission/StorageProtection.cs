using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Claims and volumes stay until nobody uses them: a finalizer that the controllers of both take away again.</summary>
internal sealed class StorageProtection : IAdmissionPlugin
{
    public bool Handles(AdmissionRequest request) => request.Operation == AdmissionOperation.Create && request.Subresource.Length == 0
        && (request.Is("", "persistentvolumeclaims") || request.Is("", "persistentvolumes"));

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var finalizer = request.Is("", "persistentvolumes") ? "kubernetes.io/pv-protection" : "kubernetes.io/pvc-protection";
        var finalizers = ObjectMetadata.Of(request.Object!).ListOrNew("finalizers");
        if (!finalizers.Texts().Contains(finalizer))
            finalizers.Add(new TreeText(finalizer));
        return ValueTask.CompletedTask;
    }

    public ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
