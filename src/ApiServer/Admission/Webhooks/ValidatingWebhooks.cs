using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>Webhooks that only say yes or no: all at once, and every one is heard.</summary>
internal sealed class ValidatingWebhooks(IResourceStore configurations, WebhookCalls calls, TimeProvider time) : IAdmissionPlugin
{
    public const string Resource = "validatingwebhookconfigurations.admissionregistration.k8s.io";

    private readonly Following<WebhookSet> _webhooks = new([configurations], WebhookSet.Of, time);

    public bool Handles(AdmissionRequest request) => _webhooks.IfFresh is not { IsEmpty: true } && !ExemptResources.Has(request);

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var set = await _webhooks.Current(cancellationToken);
        List<(CompiledWebhook Hook, AdmissionView View)>? concerned = null;
        foreach (var hook in set.Hooks)
        {
            if (await calls.Match(hook, request, cancellationToken) is { } view)
                (concerned ??= []).Add((hook, view));
        }

        if (concerned is null)
            return;

        var asked = concerned.ConvertAll(pair => calls.Ask(pair.Hook, request, pair.View, mutating: false, cancellationToken).AsTask());
        await ((Task)Task.WhenAll(asked)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // The first refusal in the order of the configurations, so that clients get the same one each time.
        foreach (var task in asked)
            await task;
    }
}
