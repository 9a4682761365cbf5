using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules;

internal static class ReplicationControllerValidation
{
    private static readonly FieldPath Spec = FieldPath.Root("spec");
    private static readonly FieldPath Status = FieldPath.Root("status");

    public static void Validate(ReplicationController controller, ReplicationController? old, FieldErrors errors)
    {
        var spec = controller.Spec ?? new();
        NotNegative(spec.MinReadySeconds, Spec, "minReadySeconds", errors);
        if (spec.Selector is not { Count: > 0 })
            errors.Required(Spec.Child("selector"));
        NotNegative(spec.Replicas ?? 0, Spec, "replicas", errors);

        var path = Spec.Child("template");
        if (spec.Template is not { } template)
        {
            errors.Required(path);
            return;
        }

        var labels = template.Metadata?.Labels;
        if (!Matches(spec.Selector, labels))
            errors.Invalid(path.Child("metadata", "labels"), labels ?? new Dictionary<string, string>(), "`selector` does not match template `labels`");
        PodTemplateSpecValidation.Validate(template, path, errors, old?.Spec?.Template);
        if (template.Spec?.RestartPolicy != "Always")
            errors.NotSupported(path.Child("spec", "restartPolicy"), template.Spec?.RestartPolicy ?? "", ["Always"]);
        if (template.Spec?.ActiveDeadlineSeconds is not null)
            errors.Forbidden(path.Child("spec", "activeDeadlineSeconds"), "activeDeadlineSeconds in ReplicationController is not Supported");
    }

    public static void ValidateStatus(ReplicationControllerStatus status, FieldErrors errors)
    {
        NotNegative(status.Replicas, Status, "replicas", errors);
        NotNegative(status.FullyLabeledReplicas, Status, "fullyLabeledReplicas", errors);
        NotNegative(status.ReadyReplicas, Status, "readyReplicas", errors);
        NotNegative(status.AvailableReplicas, Status, "availableReplicas", errors);
        NotNegative(status.ObservedGeneration, Status, "observedGeneration", errors);
        NotMore(status.FullyLabeledReplicas, status.Replicas, "fullyLabeledReplicas", "status.replicas", errors);
        NotMore(status.ReadyReplicas, status.Replicas, "readyReplicas", "status.replicas", errors);
        NotMore(status.AvailableReplicas, status.Replicas, "availableReplicas", "status.replicas", errors);
        NotMore(status.AvailableReplicas, status.ReadyReplicas, "availableReplicas", "readyReplicas", errors);
    }

    private static bool Matches(IReadOnlyDictionary<string, string>? selector, IReadOnlyDictionary<string, string>? labels)
    {
        foreach (var (key, value) in selector ?? new Dictionary<string, string>())
        {
            if (labels is null || !labels.TryGetValue(key, out var given) || given != value)
                return false;
        }

        return true;
    }

    private static void NotNegative(long value, FieldPath path, string name, FieldErrors errors)
    {
        if (value < 0)
            errors.Invalid(path.Child(name), value, Wording.Negative);
    }

    private static void NotMore(int value, int most, string name, string than, FieldErrors errors)
    {
        if (value > most)
            errors.Invalid(Status.Child(name), value, $"cannot be greater than {than}");
    }
}
