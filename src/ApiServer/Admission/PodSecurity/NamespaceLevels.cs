using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>Checks the levels that a namespace's labels ask for, and warns of pods that a new level would not have let in.</summary>
internal sealed class NamespaceLevels(IResourceStore pods) : IAdmissionPlugin
{
    private const int MostChecked = 3000;

    public bool Handles(AdmissionRequest request) => request.Is("", "namespaces") && request.Subresource.Length == 0
        && request.Operation is AdmissionOperation.Create or AdmissionOperation.Update;

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var (labels, before) = (Labels(request.Object), Labels(request.OldObject));
        var errors = Problems(labels);
        if (errors.Any && !errors.All.Select(error => error.ToString()).SequenceEqual(Problems(before).All.Select(error => error.ToString())))
            throw ApiErrors.Invalid(request.Resource.Storage, request.Name, errors.All);

        var enforced = SecurityLevel.Of(labels, "enforce");
        if (request.Operation == AdmissionOperation.Update && enforced.IsStricterThan(SecurityLevel.Of(before, "enforce")))
            await Warn(request, enforced, cancellationToken);
    }

    private async ValueTask Warn(AdmissionRequest request, SecurityLevel enforced, CancellationToken cancellationToken)
    {
        if (await pods.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found { Snapshot: var snapshot })
            return;

        var count = snapshot.CountOf(request.Name);
        if (count > MostChecked)
            request.Warnings.Add($"new PodSecurity enforce level only checked against the first {MostChecked} of {count} existing pods");

        List<string> violations =
        [
            .. snapshot.Objects(request.Name).Take(MostChecked).Select(pod => (pod.Key.Name, Reasons: Reasons(pod, enforced)))
                .Where(pod => pod.Reasons.Length > 0)
                .GroupBy(pod => pod.Reasons, pod => pod.Name, (reasons, names) => $"{Named([.. names])}: {reasons}")
                .Order(StringComparer.Ordinal),
        ];
        if (violations.Count > 0)
            request.Warnings.Add($"existing pods in namespace \"{request.Name}\" violate the new PodSecurity enforce level \"{enforced}\"");
        foreach (var violation in violations)
            request.Warnings.Add(violation);
    }

    private static string Reasons(StoredObject pod, SecurityLevel level)
    {
        var tree = StoredTrees.Read(pod);
        return tree.Object("spec") is { } spec
            ? string.Join(", ", PodSecurityStandards.Violations(new(tree.Object("metadata"), spec), level).Select(violation => violation.Reason))
            : "";
    }

    private static string Named(string[] names) => names.Length switch
    {
        1 => names[0],
        2 => $"{names.Min(StringComparer.Ordinal)} (and 1 other pod)",
        _ => $"{names.Min(StringComparer.Ordinal)} (and {names.Length - 1} other pods)",
    };

    private static FieldErrors Problems(TreeObject? labels)
    {
        var errors = new FieldErrors();
        SecurityLevel.Validate(labels, errors);
        return errors;
    }

    private static TreeObject? Labels(TreeObject? obj) => obj?.Object("metadata")?.Object("labels");
}
