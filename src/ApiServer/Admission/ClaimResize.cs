using CloudletK8s.Api.Core.V1.Rules.Quotas;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>A claim grows only where its storage class lets volumes grow.</summary>
internal sealed class ClaimResize(IResourceStore storageClasses) : IAdmissionPlugin
{
    public bool Handles(AdmissionRequest request) =>
        request.Operation == AdmissionOperation.Update && request.Subresource.Length == 0 && request.Is("", "persistentvolumeclaims");

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (Requested(request.Object!) <= Requested(request.OldObject!))
            return;

        if (request.OldObject!.Object("status")?.Text("phase") != "Bound")
            throw Refused(request, "Only bound persistent volume claims can be expanded");

        var name = request.OldObject.Object("spec")?.Text("storageClassName") ?? "";
        if (name.Length == 0 || await storageClasses.Get(new("", name), cancellationToken) is not { } stored
            || StoredTrees.Read(stored).Flag("allowVolumeExpansion") != true)
        {
            throw Refused(
                request, "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize");
        }
    }

    private static Quantity Requested(Api.Trees.TreeObject claim) =>
        ResourceAmounts.Read(claim.Object("spec", "resources")?.Object("requests")).GetValueOrDefault("storage");

    private static ApiException Refused(AdmissionRequest request, string why) => ApiErrors.Forbidden(request.Resource.Storage, request.Name, why);
}
