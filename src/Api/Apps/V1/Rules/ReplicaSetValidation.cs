using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal static class ReplicaSetValidation
{
    private const string AboveReplicas = "cannot be greater than status.replicas";

    public static void ValidateSpec(ReplicaSetSpec spec, FieldPath path, FieldErrors errors, ReplicaSetSpec? old = null)
    {
        Numbers.NonNegative(spec.Replicas, path, "replicas", errors);
        Numbers.NonNegative(spec.MinReadySeconds, path, "minReadySeconds", errors);

        // Kubernetes calls it a deployment here too.
        WorkloadSelector.Validate(spec.Selector, "deployment", path, errors);
        WorkloadSelector.ValidateTemplate(spec.Selector, spec.Template ?? new(), path, errors, old?.Template);
    }

    public static void ValidateStatus(ReplicaSetStatus status, FieldPath path, FieldErrors errors)
    {
        Numbers.NonNegative(status.Replicas, path, "replicas", errors);
        Numbers.NonNegative(status.FullyLabeledReplicas, path, "fullyLabeledReplicas", errors);
        Numbers.NonNegative(status.ReadyReplicas, path, "readyReplicas", errors);
        Numbers.NonNegative(status.AvailableReplicas, path, "availableReplicas", errors);
        Numbers.NonNegative(status.ObservedGeneration, path, "observedGeneration", errors);
        if (status.FullyLabeledReplicas > status.Replicas)
            errors.Invalid(path.Child("fullyLabeledReplicas"), status.FullyLabeledReplicas, AboveReplicas);
        if (status.ReadyReplicas > status.Replicas)
            errors.Invalid(path.Child("readyReplicas"), status.ReadyReplicas, AboveReplicas);
        if (status.AvailableReplicas > status.Replicas)
            errors.Invalid(path.Child("availableReplicas"), status.AvailableReplicas, AboveReplicas);
        if (status.AvailableReplicas > status.ReadyReplicas)
            errors.Invalid(path.Child("availableReplicas"), status.AvailableReplicas, "cannot be greater than readyReplicas");
    }
}
