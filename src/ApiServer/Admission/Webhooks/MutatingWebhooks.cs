using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>Webhooks that may change objects: one after the other, each sees what the ones before it made.</summary>
internal sealed class MutatingWebhooks(IResourceStore configurations, WebhookCalls calls, TimeProvider time) : IAdmissionPlugin
{
    public const string Resource = "mutatingwebhookconfigurations.admissionregistration.k8s.io";

    private readonly Following<WebhookSet> _webhooks = new([configurations], WebhookSet.Of, time);

    public bool Handles(AdmissionRequest request) => _webhooks.IfFresh is not { IsEmpty: true } && !ExemptResources.Has(request);

    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var set = await _webhooks.Current(cancellationToken);
        if (set.IsEmpty)
            return;

        var rounds = request.Reinvocation ??= new();
        rounds.Look(request.Object);
        foreach (var hook in set.Hooks)
        {
            // Nobody is called for the first time in the second round.
            if (rounds.IsAgain && !rounds.IsDue(hook.Uid))
                continue;
            if (await calls.Match(hook, request, cancellationToken) is not { } view)
                continue;

            var answer = await calls.Ask(hook, request, view, mutating: true, cancellationToken);
            if (answer is { Patch.Length: > 0 } && await Patch(hook, view, answer, cancellationToken))
                rounds.Changed();
            if (hook.Reinvoked)
                rounds.Invoked(hook.Uid);
        }

        rounds.Leave(request.Object);
    }

    public ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private static async ValueTask<bool> Patch(CompiledWebhook hook, AdmissionView view, ReviewAnswer answer, CancellationToken cancellationToken)
    {
        var decoded = JsonTreeReader.ReadAny(answer.Patch);
        if (decoded.Root is not TreeList operations)
            throw ApiErrors.Internal(decoded.Error?.Message ?? "json: cannot unmarshal the patch into Go value of type jsonpatch.Patch");
        if (operations.Count == 0)
            return false;
        if (view.Object is not { } obj)
            throw ApiErrors.Internal($"admission webhook \"{hook.Name}\" attempted to modify the object, which is not supported for this operation");
        if (answer.PatchType != "JSONPatch")
            throw WebhookDenials.NotCalled(hook.Name, $"unsupported patch type \"{answer.PatchType}\"");

        var patched = JsonPatch.Apply(obj, operations);
        return patched.Error is { } error
            ? throw ApiErrors.Internal(error.Detail)
            : await view.Replace(patched.Object!, cancellationToken);
    }
}
