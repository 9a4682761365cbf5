using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeBinding;

/// <summary>Finds a claim its volume, and keeps what both say of each other.</summary>
internal static class ClaimPlan
{
    public static Plan Decide(ClaimView view, DateTimeOffset now)
    {
        var claim = view.Claim;
        if (claim.Annotation(VolumeFacts.BindCompleted) is not null)
            return Bound(view);
        return claim.Spec?.VolumeName is { Length: > 0 } ? Named(view) : Unbound(view);
    }

    /// <summary>The claim takes any volume that suits it.</summary>
    private static Plan Unbound(ClaimView view)
    {
        var claim = view.Claim;
        var isPlaced = claim.Annotation(VolumeFacts.SelectedNode) is { Length: > 0 };
        var waits = view.Class.WaitsForConsumer() && !isPlaced;
        if (VolumeMatch.Best(claim, view.Candidates, view.Class.WaitsForConsumer()) is { } volume)
            return ClaimBinding.Bind(volume, claim);

        // A default that comes later is the claim's as if it had been there before.
        if (claim.ClassOrNull() is null && view.DefaultClass is { Metadata.Name: { } name })
            return Plan.Of(new Write.Update<PersistentVolumeClaim>(claim with { Spec = claim.Spec! with { StorageClassName = name } }));

        if (waits)
            return Wait(claim, EventNote.Normal(claim, "WaitForFirstConsumer", "waiting for first consumer to be created before binding"));
        return claim.Class().Length > 0
            ? ClaimProvisioning.Decide(view)
            : Wait(claim, EventNote.Normal(claim, "FailedBinding", "no persistent volumes available for this claim and no storage class is set"));
    }

    /// <summary>The claim wants this volume and no other.</summary>
    private static Plan Named(ClaimView view)
    {
        var claim = view.Claim;
        if (view.Volume is not { } volume)
            return Wait(claim);

        var name = claim.Spec!.VolumeName;
        if (volume.Spec?.ClaimRef is null)
        {
            return VolumeMatch.Mismatch(volume, claim) is { } mismatch
                ? Wait(claim, EventNote.Warning(claim, "VolumeMismatch", $"Cannot bind to requested volume \"{name}\": {mismatch}"))
                : ClaimBinding.Bind(volume, claim);
        }

        return volume.IsFor(claim)
            ? ClaimBinding.Bind(volume, claim)
            : Wait(claim, EventNote.Warning(claim, "FailedBinding", $"volume \"{name}\" already bound to a different claim."));
    }

    private static Plan Bound(ClaimView view)
    {
        var claim = view.Claim;
        if (claim.Spec?.VolumeName is not { Length: > 0 })
            return Lose(claim, "ClaimLost", "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!");
        if (view.Volume is not { } volume)
            return Lose(claim, "ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!");
        if (volume.Spec?.ClaimRef is { } promised && promised.Uid != claim.Metadata!.Uid)
            return Lose(claim, "ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly");
        return ClaimGrowth.Decide(view, volume) ?? ClaimBinding.Bind(volume, claim);
    }

    internal static Plan Wait(PersistentVolumeClaim claim, params IReadOnlyList<EventNote> events)
    {
        var pending = claim with { Status = (claim.Status ?? new()) with { Phase = VolumeFacts.Pending, AccessModes = null, Capacity = null } };
        return new() { Status = _ => Write.StatusOf(claim, pending), Events = events };
    }

    private static Plan Lose(PersistentVolumeClaim claim, string reason, string message)
    {
        if (claim.Status?.Phase == VolumeFacts.Lost)
            return Plan.Nothing;

        var lost = claim with { Status = (claim.Status ?? new()) with { Phase = VolumeFacts.Lost, AccessModes = null, Capacity = null } };
        return new() { Status = _ => Write.StatusOf(claim, lost), Events = [EventNote.Warning(claim, reason, message)] };
    }
}
