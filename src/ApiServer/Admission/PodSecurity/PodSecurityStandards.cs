using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>Holds pods to the level that their namespace's labels ask for: refuses, or warns.</summary>
internal sealed class PodSecurityStandards(IResourceStore namespaces) : IAdmissionPlugin
{
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

        var enforce = SecurityLevel.Of(labels, "enforce");
        var warn = SecurityLevel.Of(labels, "warn");
        if (enforce.AllowsAll && warn.AllowsAll)
            return;

        var isPod = request.Is("", "pods");
        if (Pod(request, isPod) is not { } pod || (isPod && IsUnchanged(request)))
            return;

        if (isPod && Violations(pod, enforce) is { Count: > 0 } refused)
            throw ApiErrors.Forbidden(request.Resource.Storage, request.Name, $"violates PodSecurity \"{enforce}\": {string.Join(", ", refused)}");

        if (Violations(pod, warn) is { Count: > 0 } warned)
            request.Warnings.Add($"would violate PodSecurity \"{warn}\": {string.Join(", ", warned)}");
    }

    public static List<SecurityViolation> Violations(CheckedPod pod, SecurityLevel level) => level.Level switch
    {
        "baseline" => [.. BaselineChecks.Of(pod, level.Minor, alone: true).OfType<SecurityViolation>()],
        "restricted" => [.. BaselineChecks.Of(pod, level.Minor, alone: false).Concat(RestrictedChecks.Of(pod, level.Minor)).OfType<SecurityViolation>()],
        _ => [],
    };

    private static bool IsWorkload(AdmissionRequest request) =>
        request.Resource.Storage.Group is "" or "apps" or "batch" && Workloads.Contains(request.Resource.Storage.Plural);

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
