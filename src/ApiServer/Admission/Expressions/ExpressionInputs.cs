using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;
using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission.Matching;

namespace CloudletK8s.ApiServer.Admission.Expressions;

/// <summary>What the expressions of webhooks and policies see of a request.</summary>
internal static class ExpressionInputs
{
    public static AdmissionInput Of(AdmissionRequest request, AdmissionView view, TreeObject described, ICelAuthorizer authorizer) => new()
    {
        Object = view.Object,
        OldObject = view.OldObject,
        Request = described,
        Authorizer = authorizer,
        RequestResource = new()
        {
            Group = request.Resource.Kind.Group,
            Resource = request.Resource.Kind.Plural,
            Subresource = request.Subresource,
            Namespace = request.Namespace,
            Name = request.Name,
        },
    };
}
