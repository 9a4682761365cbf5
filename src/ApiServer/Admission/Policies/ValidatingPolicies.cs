using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission.Expressions;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>Holds requests against the ValidatingAdmissionPolicies that bindings put in force.</summary>
internal sealed class ValidatingPolicies(
    IResourceStore policies, IResourceStore bindings, IResourceStore namespaces, ServedResources served, IAuthorizer authorizer, TimeProvider time)
    : IAdmissionPlugin
{
    public const string Resource = "validatingadmissionpolicies.admissionregistration.k8s.io";
    public const string BindingResource = "validatingadmissionpolicybindings.admissionregistration.k8s.io";

    private readonly Following<PolicySet> _policies = new([policies, bindings], PolicySet.Of, time);
    private readonly PolicyParams _params = new(served);

    public bool Handles(AdmissionRequest request) => _policies.IfFresh is not { IsEmpty: true } && !ExemptResources.Has(request);

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var set = await _policies.Current(cancellationToken);
        if (set.IsEmpty)
            return;

        var denied = new List<PolicyDecision>();
        var questions = new AccessQuestions(authorizer, request.User, cancellationToken);
        foreach (var policy in set.Policies)
        {
            if (await policy.Matcher.Match(request, served, namespaces, cancellationToken) is { } match)
                await Check(policy, match, request, questions, denied, cancellationToken);
        }

        if (denied.Count > 0)
            throw Refused(request, denied[0]);
    }

    private async ValueTask Check(
        CompiledPolicy policy,
        ResourceMatch match,
        AdmissionRequest request,
        AccessQuestions questions,
        List<PolicyDecision> denied,
        CancellationToken cancellationToken)
    {
        try
        {
            if (policy.ParamKind is { } kind)
                await _params.Resource(kind, cancellationToken);
        }
        catch (PolicyConfigurationException e)
        {
            if (!policy.Ignores)
                denied.Add(new(policy, null, $"failed to configure policy: {e.Message}"));
            return;
        }

        AdmissionInput? input = null;
        foreach (var binding in policy.Bindings)
        {
            if (binding.Matcher is { } matcher && await matcher.Match(request, served, namespaces, cancellationToken) is null)
                continue;

            try
            {
                foreach (var found in await _params.Find(policy, binding, request, cancellationToken))
                {
                    input ??= await Input(match, request, questions, cancellationToken);
                    var parametrized = input with { Params = found };
                    foreach (var (message, reason, always) in await questions.Answered(() => PolicyEvaluation.Unmet(policy, parametrized)))
                        Act(new(policy, binding, message, reason), always, request, denied);
                }
            }
            catch (PolicyConfigurationException e)
            {
                if (!policy.Ignores)
                    denied.Add(new(policy, binding, $"failed to configure binding: {e.Message}"));
            }
        }
    }

    private static void Act(PolicyDecision decision, bool always, AdmissionRequest request, List<PolicyDecision> denied)
    {
        if (always || decision.Binding!.Actions.Contains("Deny"))
            denied.Add(decision);
        if (!always && decision.Binding!.Actions.Contains("Warn"))
            request.Warn($"Validation failed for ValidatingAdmissionPolicy '{decision.Policy.Name}' with binding '{decision.Binding.Name}': {decision.Message}");
    }

    private async ValueTask<AdmissionInput> Input(
        ResourceMatch match, AdmissionRequest request, AccessQuestions questions, CancellationToken cancellationToken)
    {
        var view = await AdmissionView.Of(request, match.Version, cancellationToken);
        return ExpressionInputs.Of(request, view, RequestDescription.Of(request, view), questions) with
        {
            Namespace = await NamespaceOf(request, cancellationToken),
        };
    }

    /// <summary>Objects of the cluster have none, and a namespace is not in itself here.</summary>
    private async ValueTask<TreeObject?> NamespaceOf(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (request.Namespace.Length == 0 || request.Is("", "namespaces"))
            return null;

        var stored = await namespaces.Get(new("", request.Namespace), cancellationToken)
            ?? throw ApiErrors.NotFound("", "namespaces", request.Namespace);
        return StoredTrees.Read(stored);
    }

    private static ApiException Refused(AdmissionRequest request, PolicyDecision decision)
    {
        var plain = ApiErrors.Forbidden(request.Resource.Kind, request.Name, decision.Text);
        plain.Details!.Set("causes", new TreeList([new TreeObject { ["message"] = new TreeText(decision.Text) }]));
        var reason = decision.Reason.Length > 0 ? decision.Reason : "Invalid";
        var code = reason switch { "Forbidden" => 403, "Unauthorized" => 401, "RequestEntityTooLarge" => 413, _ => 422 };
        return new(code, reason, plain.Message) { Details = plain.Details };
    }
}
