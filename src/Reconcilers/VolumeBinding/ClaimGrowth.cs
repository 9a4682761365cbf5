using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeBinding;

/// <summary>A bound claim that asks for more than it has.</summary>
internal static class ClaimGrowth
{
    /// <returns>Null: there is nothing to grow.</returns>
    public static Plan? Decide(ClaimView view, PersistentVolume volume)
    {
        var claim = view.Claim;
        if (claim.Status?.Phase != VolumeFacts.Bound || claim.Capacity() is not { } has || claim.Requested() <= has)
            return null;

        if (!HostPathProvisioner.Made(volume))
        {
            return ClaimBinding.Bind(volume, claim) with
            {
                Events = [EventNote.Normal(claim, "ExternalExpanding", "waiting for an external controller to expand this PVC")],
            };
        }

        if (volume.Size() < claim.Requested())
            return Plan.Of(new Write.Update<PersistentVolume>(volume with { Spec = volume.Spec! with { Capacity = volume.Spec.Capacity.Sized(claim.Requested()) } }));

        // A directory has no size: what was asked for is had at once.
        var grown = claim with
        {
            Status = claim.Status with
            {
                Capacity = claim.Status.Capacity.Sized(claim.Requested()),
                Conditions = claim.Status.Conditions?.Where(static condition => condition.Type is not ("Resizing" or "FileSystemResizePending")).ToList(),
            },
        };
        return new()
        {
            Status = _ => Write.StatusOf(claim, grown),
            Events = [EventNote.Normal(claim, "VolumeResizeSuccessful", $"ExpandVolume succeeded for volume {claim.Metadata!.Namespace}/{claim.Metadata.Name}")],
        };
    }
}
