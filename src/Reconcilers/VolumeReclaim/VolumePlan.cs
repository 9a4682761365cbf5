using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeReclaim;

internal static class VolumePlan
{
    public static Plan Decide(VolumeView view)
    {
        var volume = view.Volume;
        if (volume.Metadata!.DeletionTimestamp is not null && view.HostIsGone && Without(volume, HostPathProvisioner.DirectoryFinalizer) is { } freed)
            return Plan.Of(new Write.Update<PersistentVolume>(freed));

        if (volume.Spec?.PersistentVolumeReclaimPolicy != "Delete" && Without(volume, VolumeFacts.ControllerFinalizer) is { } kept)
            return Plan.Of(new Write.Update<PersistentVolume>(kept));

        // Promised by name only: the claim's side finishes it.
        if (volume.Spec?.ClaimRef is not { Uid.Length: > 0 })
            return Phase(volume, VolumeFacts.Available);

        if (view.Claim is not { } claim)
            return Reclaim(volume);
        if (claim.Spec?.VolumeName is not { Length: > 0 } name)
            return Phase(volume, VolumeFacts.Bound);
        if (name == volume.Metadata.Name)
            return Phase(volume, VolumeFacts.Bound);

        // The claim got another volume meanwhile. One that was made for it is not needed; one that was found is free again.
        return volume.Annotation(VolumeFacts.ProvisionedBy) is not null && volume.Spec.PersistentVolumeReclaimPolicy == "Delete"
            ? Reclaim(volume)
            : Plan.Of(new Write.Update<PersistentVolume>(Unbound(volume)));
    }

    private static PersistentVolume Unbound(PersistentVolume volume) => volume.Annotation(VolumeFacts.BoundByController) is null
        ? volume with { Spec = volume.Spec! with { ClaimRef = volume.Spec.ClaimRef! with { Uid = null } } }
        : volume with
        {
            Metadata = volume.Metadata! with { Annotations = volume.Metadata!.Annotations!.Where(static one => one.Key != VolumeFacts.BoundByController).ToDictionary() },
            Spec = volume.Spec! with { ClaimRef = null },
        };

    private static Plan Reclaim(PersistentVolume volume) => volume.Spec!.PersistentVolumeReclaimPolicy switch
    {
        "Retain" or null => Release(volume),
        "Delete" => Delete(volume),
        "Recycle" => Fail(volume, "VolumeFailedRecycle", "No recycler plugin found for the volume!"),
        _ => Fail(volume, "VolumeUnknownReclaimPolicy", "Volume has unrecognized PersistentVolumeReclaimPolicy"),
    };

    private static Plan Release(PersistentVolume volume) =>
        volume.Status?.Phase == VolumeFacts.Failed ? Plan.Nothing : Phase(volume, VolumeFacts.Released);

    private static Plan Delete(PersistentVolume volume)
    {
        // Others delete what they made.
        var maker = volume.Annotation(VolumeFacts.ProvisionedBy);
        if (volume.Spec!.Csi is not null || (maker is { Length: > 0 } && maker != HostPathProvisioner.Name))
            return Release(volume);
        if (maker is not { Length: > 0 })
        {
            return Fail(
                volume, "VolumeFailedDelete", $"error getting deleter volume plugin for volume \"{volume.Metadata!.Name}\": no deletable volume plugin matched");
        }

        // Released first, for whoever watches, and for the protection that lets go of volumes that are not bound.
        if (volume.Status?.Phase is not (VolumeFacts.Released or VolumeFacts.Failed))
            return Phase(volume, VolumeFacts.Released);

        var steps = new List<PlanStep>(2);
        if (Without(volume, VolumeFacts.ControllerFinalizer) is { } freed)
            steps.Add(PlanStep.Of(new Write.Update<PersistentVolume>(freed)));
        if (volume.Metadata!.DeletionTimestamp is null)
            steps.Add(PlanStep.Of(new Write.Delete<PersistentVolume>(volume) { Settled = true }));
        return new() { Steps = steps };
    }

    private static PersistentVolume? Without(PersistentVolume volume, string finalizer) => volume.Metadata!.Finalizers?.Contains(finalizer) != true ? null
        : volume with { Metadata = volume.Metadata with { Finalizers = [.. volume.Metadata.Finalizers.Where(one => one != finalizer)] } };

    private static Plan Phase(PersistentVolume volume, string phase) => volume.Status?.Phase == phase ? Plan.Nothing : new()
    {
        Status = _ => Write.StatusOf(volume, volume with { Status = (volume.Status ?? new()) with { Phase = phase, Message = null } }),
    };

    private static Plan Fail(PersistentVolume volume, string reason, string message) => volume.Status?.Phase == VolumeFacts.Failed ? Plan.Nothing : new()
    {
        Status = _ => Write.StatusOf(volume, volume with { Status = (volume.Status ?? new()) with { Phase = VolumeFacts.Failed, Message = message } }),
        Events = [EventNote.Warning(volume, reason, message)],
    };
}
