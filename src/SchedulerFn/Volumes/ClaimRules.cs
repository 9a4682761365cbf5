using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Volumes;

/// <summary>What a claim or a volume says, where it takes more than reading one field.</summary>
internal static class ClaimRules
{
    public static bool IsForOnePod(PersistentVolumeClaim claim) => claim.Spec?.AccessModes?.Contains("ReadWriteOncePod") == true;

    /// <summary>Bound, and nothing about the binding is left to do.</summary>
    public static bool IsFullyBound(PersistentVolumeClaim claim) =>
        claim.Spec?.VolumeName is { Length: > 0 } && claim.Metadata?.Annotations?.ContainsKey(WellKnown.BindCompleted) == true;

    public static string ClassOf(PersistentVolumeClaim claim) => Beta(claim.Metadata?.Annotations) ?? claim.Spec?.StorageClassName ?? "";

    public static string ClassOf(PersistentVolume volume) => Beta(volume.Metadata?.Annotations) ?? volume.Spec?.StorageClassName ?? "";

    private static string? Beta(IReadOnlyDictionary<string, string>? annotations) =>
        annotations is not null && annotations.TryGetValue(WellKnown.BetaStorageClass, out var name) ? name : null;
}
