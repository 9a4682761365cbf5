using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>Messages of policies show what parameters hold, so who writes a policy or binding must be allowed to read them.</summary>
internal sealed class ParamAccess(IResourceStore policies, ServedResources served, IAuthorizer authorizer) : IAdmissionPlugin
{
    private const string Group = "admissionregistration.k8s.io";
    private const string Any = "*";

    public bool Handles(AdmissionRequest request) => !request.User.IsMaster
        && request is { Operation: AdmissionOperation.Create or AdmissionOperation.Update, Subresource: "" }
        && (request.Is(Group, "validatingadmissionpolicies") || request.Is(Group, "validatingadmissionpolicybindings"));

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken) => request.Is(Group, "validatingadmissionpolicies")
        ? ValidatePolicy(request, cancellationToken)
        : ValidateBinding(request, cancellationToken);

    private async ValueTask ValidatePolicy(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (request.Object!.Object("spec", "paramKind") is not { } kind || kind.SameAs(request.OldObject?.Object("spec", "paramKind")))
            return;

        if (!await MayGet(request, kind, Any, Any, cancellationToken))
        {
            throw Refused(
                request,
                "paramKind",
                $"user {request.User.Name} must have \"get\" permission on all objects of the referenced paramKind (kind={kind.Text("kind")}, apiVersion={kind.Text("apiVersion")})");
        }
    }

    private async ValueTask ValidateBinding(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var spec = request.Object!.Object("spec");
        if (spec?.Object("paramRef") is not { } reference)
            return;

        var old = request.OldObject?.Object("spec");
        var policy = spec.Text("policyName") ?? "";
        if (reference.SameAs(old?.Object("paramRef")) && policy == old?.Text("policyName"))
            return;

        var stored = await policies.Get(new("", policy), cancellationToken);
        var kind = stored is null ? null : StoredTrees.Read(stored).Object("spec", "paramKind");
        if (!await MayGet(request, kind, reference.Text("name") ?? "", reference.Text("namespace") ?? "", cancellationToken))
            throw Refused(request, "paramRef", $"user {request.User.Name} does not have \"get\" permission on the object referenced by paramRef");
    }

    /// <param name="kind">Null, or not known: everything there is.</param>
    private async ValueTask<bool> MayGet(AdmissionRequest request, TreeObject? kind, string name, string inNamespace, CancellationToken cancellationToken)
    {
        var id = kind is null ? new(Any, Any, "") : KindId.Of(kind.Text("apiVersion") ?? "", kind.Text("kind") ?? "");
        var resource = kind is null ? null : served.Current.FindKind(id.ApiVersion, id.Kind);
        var attributes = new AccessAttributes
        {
            Verb = "get",
            Group = id.Group,
            Version = id.Version,
            Resource = resource?.Kind.Plural ?? Any,
            Namespace = inNamespace,
            Name = name,
        };
        return (await authorizer.Decide(request.User, attributes, cancellationToken)).Allowed;
    }

    private static ApiException Refused(AdmissionRequest request, string field, string why)
    {
        var errors = new FieldErrors();
        errors.Forbidden(FieldPath.Root("spec").Child(field), why);
        return ApiErrors.Invalid(request.Resource.Kind, request.Name, errors.All);
    }
}
