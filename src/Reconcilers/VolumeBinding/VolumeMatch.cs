using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeBinding;

/// <summary>Which volume suits a claim.</summary>
internal static class VolumeMatch
{
    /// <summary>A volume that is promised to the claim, or else the smallest that is large enough.</summary>
    /// <param name="waitsForConsumer">The scheduler chooses among volumes that nobody has.</param>
    public static PersistentVolume? Best(PersistentVolumeClaim claim, IReadOnlyList<PersistentVolume> candidates, bool waitsForConsumer)
    {
        var requested = claim.Requested();
        LabelRequirements? selector = null;
        if (claim.Spec?.Selector is not null && !LabelRequirements.TryRead(claim.Spec.Selector, out selector, out _))
            return null;

        PersistentVolume? best = null;
        foreach (var volume in candidates)
        {
            if (volume.Metadata!.DeletionTimestamp is not null || Mode(volume) != Mode(claim) || volume.Size() < requested)
                continue;

            // Who made the promise vouches for the rest.
            if (volume.IsFor(claim))
                return volume;

            var isFree = !waitsForConsumer && volume.Spec!.ClaimRef is null && volume.Status?.Phase == VolumeFacts.Available
                && volume.Class() == claim.Class() && HasModes(volume, claim) && selector?.Matches(volume.Metadata.Labels) != false
                && (volume.Spec.VolumeAttributesClassName ?? "") == (claim.Spec?.VolumeAttributesClassName ?? "");
            if (isFree && (best is null || Order(volume, best) < 0))
                best = volume;
        }

        return best;
    }

    /// <summary>Why a volume that a claim names does not suit it; null: it does.</summary>
    public static string? Mismatch(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        if (volume.Size() < claim.Requested())
            return "requested PV is too small";
        if (volume.Class() != claim.Class())
            return "storageClassName does not match";
        if (Mode(volume) != Mode(claim))
            return "incompatible volumeMode";
        return HasModes(volume, claim) ? null : "incompatible accessMode";
    }

    /// <summary>Whoever decides for the same volumes decides alike.</summary>
    private static int Order(PersistentVolume one, PersistentVolume other) =>
        one.Size().CompareTo(other.Size()) is not 0 and var order ? order : string.CompareOrdinal(one.Metadata!.Name, other.Metadata!.Name);

    private static string Mode(PersistentVolume volume) => volume.Spec?.VolumeMode ?? "Filesystem";

    private static string Mode(PersistentVolumeClaim claim) => claim.Spec?.VolumeMode ?? "Filesystem";

    private static bool HasModes(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        foreach (var mode in claim.Spec?.AccessModes ?? [])
        {
            if (volume.Spec?.AccessModes?.Contains(mode) != true)
                return false;
        }

        return true;
    }
}
