using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Admission.Expressions;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Webhooks;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>A webhook of a configuration, ready to be asked whether a request concerns it.</summary>
internal sealed class CompiledWebhook
{
    private const int DefaultTimeoutSeconds = 10;

    public CompiledWebhook(string configuration, int index, TreeObject hook)
    {
        Name = hook.Text("name") ?? "";
        Uid = $"{configuration}/{Name}/{index}";
        Matcher = ResourceMatcher.OfWebhook(hook);
        Ignores = hook.Text("failurePolicy") == "Ignore";
        Conditions = new(hook.List("matchConditions"), new AdmissionExpressions(hasParams: false, hasVariables: false), Ignores);
        Target = WebhookTarget.Of(hook.Object("clientConfig"));
        Timeout = TimeSpan.FromSeconds(hook.Whole("timeoutSeconds") ?? DefaultTimeoutSeconds);
        RunsDry = hook.Text("sideEffects") is "None" or "NoneOnDryRun";
        Reinvoked = hook.Text("reinvocationPolicy") == "IfNeeded";
        ReviewVersion = hook.List("admissionReviewVersions")?.Texts().FirstOrDefault(version => version is "v1" or "v1beta1") ?? "";
    }

    public string Name { get; }

    /// <summary>Tells it from all others.</summary>
    public string Uid { get; }

    public ResourceMatcher Matcher { get; }

    public MatchConditions Conditions { get; }

    public WebhookTarget? Target { get; }

    public TimeSpan Timeout { get; }

    /// <summary>Requests go on when it cannot be called.</summary>
    public bool Ignores { get; }

    /// <summary>May also be called for requests that change nothing.</summary>
    public bool RunsDry { get; }

    public bool Reinvoked { get; }

    /// <summary>Empty when it knows none that is known here.</summary>
    public string ReviewVersion { get; }
}
