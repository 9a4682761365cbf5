using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.Reconcilers.Volumes;

/// <summary>What controllers ask of volumes, claims and classes.</summary>
internal static class VolumeFacts
{
    public const string BindCompleted = "pv.kubernetes.io/bind-completed";
    public const string BoundByController = "pv.kubernetes.io/bound-by-controller";
    public const string ProvisionedBy = "pv.kubernetes.io/provisioned-by";
    public const string SelectedNode = "volume.kubernetes.io/selected-node";
    public const string StorageProvisioner = "volume.kubernetes.io/storage-provisioner";
    public const string BetaStorageProvisioner = "volume.beta.kubernetes.io/storage-provisioner";

    /// <summary>Holds a volume that was made here until what it stands for may go.</summary>
    public const string ControllerFinalizer = "kubernetes.io/pv-controller";

    public const string Available = "Available";
    public const string Bound = "Bound";
    public const string Pending = "Pending";
    public const string Released = "Released";
    public const string Failed = "Failed";
    public const string Lost = "Lost";

    private const string BetaClass = "volume.beta.kubernetes.io/storage-class";
    private const string DefaultClass = "storageclass.kubernetes.io/is-default-class";
    private const string OldDefaultClass = "storageclass.beta.kubernetes.io/is-default-class";
    private const string FirstConsumer = "WaitForFirstConsumer";
    private const string Storage = "storage";

    public static string? Annotation(this IApiObject obj, string name) => obj.Metadata?.Annotations?.GetValueOrDefault(name);

    /// <summary>Null: the claim leaves it open. Empty: it wants none.</summary>
    public static string? ClassOrNull(this PersistentVolumeClaim claim) => claim.Annotation(BetaClass) ?? claim.Spec?.StorageClassName;

    public static string Class(this PersistentVolumeClaim claim) => claim.ClassOrNull() ?? "";

    public static string Class(this PersistentVolume volume) => volume.Annotation(BetaClass) ?? volume.Spec?.StorageClassName ?? "";

    public static bool IsDefault(this StorageClass storage) => storage.Annotation(DefaultClass) == "true" || storage.Annotation(OldDefaultClass) == "true";

    public static bool WaitsForConsumer(this StorageClass? storage) => storage?.VolumeBindingMode == FirstConsumer;

    public static Quantity Size(this PersistentVolume volume) => volume.Spec?.Capacity?.GetValueOrDefault(Storage) ?? Quantity.Zero;

    public static Quantity Requested(this PersistentVolumeClaim claim) => claim.Spec?.Resources?.Requests?.GetValueOrDefault(Storage) ?? Quantity.Zero;

    public static Quantity? Capacity(this PersistentVolumeClaim claim) =>
        claim.Status?.Capacity is { } capacity && capacity.TryGetValue(Storage, out var size) ? size : null;

    public static IReadOnlyDictionary<string, Quantity> Sized(this IReadOnlyDictionary<string, Quantity>? amounts, Quantity size) =>
        new Dictionary<string, Quantity>(amounts ?? new Dictionary<string, Quantity>()) { [Storage] = size };

    /// <summary>Whether the volume is promised to the claim, by name or for good.</summary>
    public static bool IsFor(this PersistentVolume volume, PersistentVolumeClaim claim) => volume.Spec?.ClaimRef is { } promised
        && promised.Name == claim.Metadata!.Name && promised.Namespace == claim.Metadata.Namespace
        && (promised.Uid is not { Length: > 0 } uid || uid == claim.Metadata.Uid);

    /// <summary>The claim that the volume is promised to.</summary>
    public static ObjectName? ClaimName(this PersistentVolume volume) =>
        volume.Spec?.ClaimRef is { } promised ? new(promised.Namespace ?? "", promised.Name ?? "") : null;

    public static IReadOnlyDictionary<string, string> With(this IReadOnlyDictionary<string, string>? annotations, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var all = new Dictionary<string, string>(annotations ?? new Dictionary<string, string>());
        foreach (var (name, value) in more)
            all[name] = value;
        return all;
    }
}
