using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>Holds pods to the level that their namespace's labels ask for: refuses, or warns.</summary>
internal sealed class PodSecurityStandards(IResourceStore namespaces) : IAdmissionPlugin
{
    private const string Label = "pod-security.kubernetes.io/";
    private static readonly string[] Workloads = ["replicationcontrollers", "podtemplates", "deployments", "replicasets", "statefulsets", "daemonsets", "jobs", "cronjobs"];

    public bool Handles(AdmissionRequest request) => request.Operation is AdmissionOperation.Create or AdmissionOperation.Update
        && (request.Is("", "pods") ? request.Subresource is "" or "ephemeralcontainers" : request.Subresource.Length == 0 && IsWorkload(request));

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (await namespaces.Get(new("", request.Namespace), cancellationToken) is not { } stored
            || ObjectFacts.Of(stored, SelectableFields.Of(typeof(Api.Core.V1.Namespace))).Labels is not { } labels)
        {
            return;
        }

        var enforce = Level(labels, "enforce");
        var warn = Level(labels, "warn");
        if (enforce == "privileged" && warn == "privileged")
            return;

        var isPod = request.Is("", "pods");
        if (Pod(request, isPod) is not { } pod || (isPod && IsUnchanged(request)))
            return;

        if (isPod && Violations(pod, enforce) is { Count: > 0 } refused)
        {
            throw ApiErrors.Forbidden(
                request.Resource.Storage, request.Name, $"violates PodSecurity \"{Named(labels, "enforce", enforce)}\": {string.Join(", ", refused)}");
        }

        if (Violations(pod, warn) is { Count: > 0 } warned)
            request.Warnings.Add($"would violate PodSecurity \"{Named(labels, "warn", warn)}\": {string.Join(", ", warned)}");
    }

    public static List<SecurityViolation> Violations(CheckedPod pod, string level) => level switch
    {
        "baseline" => [.. BaselineChecks.Of(pod, alone: true).OfType<SecurityViolation>()],
        "restricted" => [.. BaselineChecks.Of(pod, alone: false).Concat(RestrictedChecks.Of(pod)).OfType<SecurityViolation>()],
        _ => [],
    };

    private static bool IsWorkload(AdmissionRequest request) =>
        request.Resource.Storage.Group is "" or "apps" or "batch" && Workloads.Contains(request.Resource.Storage.Plural);

    /// <summary>A level that nobody knows is the strictest one.</summary>
    private static string Level(TreeObject labels, string mode) => labels.Text(Label + mode) switch
    {
        null => "privileged",
        "privileged" => "privileged",
        "baseline" => "baseline",
        _ => "restricted",
    };

    private static string Named(TreeObject labels, string mode, string level) => $"{level}:{labels.Text($"{Label}{mode}-version") ?? "latest"}";

    private static bool IsUnchanged(AdmissionRequest request) => request.OldObject is { } old && Tree.Same(old["spec"], request.Object!["spec"])
        && Tree.Same(old.Object("metadata")?["annotations"], request.Object.Object("metadata")?["annotations"]);

    private static CheckedPod? Pod(AdmissionRequest request, bool isPod)
    {
        var obj = request.Object!;
        if (!isPod)
        {
            var template = request.Resource.Storage.Plural switch
            {
                "podtemplates" => obj.Object("template"),
                "cronjobs" => obj.Object("spec", "jobTemplate")?.Object("spec", "template"),
                _ => obj.Object("spec", "template"),
            };
            if (template is null)
                return null;
            obj = template;
        }

        return obj.Object("spec") is { } spec ? new(obj.Object("metadata"), spec) : null;
    }
}
