using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeBinding;

/// <summary>
/// Binding is two promises. The volume's is made first, and only one claim can get it; whoever comes after a crash finds it and
/// goes on.
/// </summary>
internal static class ClaimBinding
{
    private const string Yes = "yes";

    public static Plan Bind(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        var steps = new List<PlanStep>(2);
        if (Write.UpdateOf(volume, Promise(volume, claim)) is { } promise)
            steps.Add(PlanStep.Of(promise));

        var accepted = Accept(claim, volume);
        if (Write.UpdateOf(claim, accepted) is { } accept)
        {
            // The status follows with the look that this write causes.
            steps.Add(PlanStep.Of(accept));
            return new() { Steps = steps };
        }

        return new() { Steps = steps, Status = _ => Write.StatusOf(claim, Status(claim, volume)) };
    }

    private static PersistentVolume Promise(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        if (volume.IsFor(claim) && volume.Spec!.ClaimRef!.Uid == claim.Metadata!.Uid)
            return volume;

        var annotations = volume.Metadata!.Annotations;
        return volume with
        {
            // A promise that a user made is kept as his.
            Metadata = volume.Metadata with { Annotations = volume.IsFor(claim) ? annotations : annotations.With((VolumeFacts.BoundByController, Yes)) },
            Spec = volume.Spec! with { ClaimRef = EventNote.ReferenceTo(claim) },
        };
    }

    private static PersistentVolumeClaim Accept(PersistentVolumeClaim claim, PersistentVolume volume)
    {
        var annotations = claim.Metadata!.Annotations;
        if (claim.Spec!.VolumeName != volume.Metadata!.Name && claim.Annotation(VolumeFacts.BoundByController) is null)
            annotations = annotations.With((VolumeFacts.BoundByController, Yes));
        if (claim.Annotation(VolumeFacts.BindCompleted) is null)
            annotations = annotations.With((VolumeFacts.BindCompleted, Yes));
        return claim with
        {
            Metadata = claim.Metadata with { Annotations = annotations },
            Spec = claim.Spec with { VolumeName = volume.Metadata.Name },
        };
    }

    /// <summary>Once bound, the capacity is what the claim has grown to, not what the volume would allow.</summary>
    private static PersistentVolumeClaim Status(PersistentVolumeClaim claim, PersistentVolume volume) => claim with
    {
        Status = (claim.Status ?? new()) with
        {
            Phase = VolumeFacts.Bound,
            AccessModes = volume.Spec!.AccessModes,
            Capacity = claim.Status?.Phase == VolumeFacts.Bound && claim.Capacity() is not null ? claim.Status.Capacity : volume.Spec.Capacity,
        },
    };
}
