using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Claims without a storage class and ingresses without a class get the one that is marked as the default.</summary>
internal sealed class DefaultClasses(IResourceStore storageClasses, IResourceStore ingressClasses) : IAdmissionPlugin
{
    private const string StorageMark = "storageclass.kubernetes.io/is-default-class";
    private const string IngressMark = "ingressclass.kubernetes.io/is-default-class";
    private const string OldIngressClass = "kubernetes.io/ingress.class";

    public bool Handles(AdmissionRequest request) => request.Operation == AdmissionOperation.Create && request.Subresource.Length == 0
        && (request.Is("", "persistentvolumeclaims") || request.Is("networking.k8s.io", "ingresses"));

    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var spec = request.Object!.ObjectOrNew("spec");
        if (request.Is("", "persistentvolumeclaims"))
        {
            // An empty name is a choice: no class at all.
            if (!spec.Has("storageClassName") && (await Marked(storageClasses, StorageMark, cancellationToken)).FirstOrDefault() is { } found)
                spec.Set("storageClassName", found);
            return;
        }

        if (spec.Has("ingressClassName") || request.Object.Object("metadata", "annotations")?.Has(OldIngressClass) == true)
            return;

        var classes = await Marked(ingressClasses, IngressMark, cancellationToken);
        if (classes.Count > 1)
            throw ApiErrors.Forbidden(request.Resource.Storage, request.Name, $"{classes.Count} default IngressClasses were found, only 1 allowed");
        if (classes.Count == 1)
            spec.Set("ingressClassName", classes[0]);
    }

    public ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>The newest first.</summary>
    private static async ValueTask<List<string>> Marked(IResourceStore classes, string mark, CancellationToken cancellationToken)
    {
        if (await classes.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found)
            return [];

        return
        [
            .. found.Snapshot.Objects().Select(StoredTrees.Read)
                .Select(obj => obj.Object("metadata")!)
                .Where(metadata => metadata.Object("annotations")?.Text(mark) == "true")
                .OrderByDescending(metadata => metadata.Text("creationTimestamp"), StringComparer.Ordinal)
                .ThenBy(metadata => metadata.Text("name"), StringComparer.Ordinal)
                .Select(metadata => metadata.Text("name") ?? ""),
        ];
    }
}
