using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Nothing is created in a namespace that does not exist or is going away; the first namespaces cannot be deleted.</summary>
internal sealed class NamespaceLifecycle(IResourceStore namespaces) : IAdmissionPlugin
{
    private static readonly string[] Immortal = ["default", "kube-system", "kube-public"];

    public bool Handles(AdmissionRequest request) => request.Operation switch
    {
        AdmissionOperation.Create => request.Namespace.Length > 0 && request.Resource.Kind.Namespaced && request.Subresource.Length == 0
            && request.Resource.Kind.Plural != "localsubjectaccessreviews",
        AdmissionOperation.Delete => request.Is("", "namespaces"),
        _ => false,
    };

    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (request.Operation == AdmissionOperation.Delete)
        {
            if (Immortal.Contains(request.Name))
                throw ApiErrors.Forbidden(request.Resource.Kind, request.Name, "this namespace may not be deleted");
            return;
        }

        var found = await namespaces.Get(new("", request.Namespace), cancellationToken)
            ?? throw ApiErrors.NotFound("", "namespaces", request.Namespace);
        if (ObjectFacts.Of(found, SelectableFields.Of(typeof(Namespace))).Field("status.phase") != "Terminating")
            return;

        var refusal = ApiErrors.Forbidden(
            request.Resource.Kind,
            request.Name,
            $"unable to create new content in namespace {request.Namespace} because it is being terminated");
        refusal.Details!.Set("causes", new TreeList([new TreeObject
        {
            ["reason"] = new TreeText("NamespaceTerminating"),
            ["message"] = new TreeText($"namespace {request.Namespace} is being terminated"),
            ["field"] = new TreeText("metadata.namespace"),
        }]));
        throw refusal;
    }

    public ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
