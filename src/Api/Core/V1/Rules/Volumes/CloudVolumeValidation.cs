using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>Disks and shares of clouds.</summary>
public static class CloudVolumeValidation
{
    private static readonly EnumField CachingModes = EnumField.Of<AzureDiskVolumeSource>("cachingMode");
    private static readonly EnumField DiskKinds = EnumField.Of<AzureDiskVolumeSource>("kind");

    public static void Validate(GCEPersistentDiskVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.PdName))
            errors.Required(path.Child("pdName"));
        ValidatePartition(source.Partition, path, errors);
    }

    public static void Validate(AWSElasticBlockStoreVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.VolumeID))
            errors.Required(path.Child("volumeID"));
        ValidatePartition(source.Partition, path, errors);
    }

    public static void Validate(CinderVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.VolumeID))
            errors.Required(path.Child("volumeID"));
        if (source.SecretRef is { Name: null or "" })
            errors.Required(path.Child("secretRef", "name"));
    }

    public static void Validate(AzureDiskVolumeSource source, FieldPath path, FieldErrors errors)
    {
        var uri = source.DiskURI ?? "";
        if (string.IsNullOrEmpty(source.DiskName))
            errors.Required(path.Child("diskName"));
        if (uri.Length == 0)
            errors.Required(path.Child("diskURI"));

        CachingModes.CheckOptional(source.CachingMode, path, "cachingMode", errors);
        DiskKinds.CheckOptional(source.Kind, path, "kind", errors);
        if (source.Kind == "Managed" && !uri.StartsWith("/subscriptions/", StringComparison.Ordinal))
        {
            errors.NotSupported(
                path.Child("diskURI"),
                uri,
                ["/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"]);
        }
        else if (source.Kind is not (null or "Managed") && !uri.StartsWith("https://", StringComparison.Ordinal))
        {
            errors.NotSupported(path.Child("diskURI"), uri, ["https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"]);
        }
    }

    public static void ValidateAzureFile(string? secretName, string? shareName, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(secretName))
            errors.Required(path.Child("secretName"));
        if (string.IsNullOrEmpty(shareName))
            errors.Required(path.Child("shareName"));
    }

    /// <summary>Sources of which nothing else is checked.</summary>
    public static void Require(string? value, FieldPath path, string source, string name, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
            errors.Required(path.Child(source, name));
    }

    private static void ValidatePartition(int partition, FieldPath path, FieldErrors errors)
    {
        if (partition is < 0 or > 255)
            errors.Invalid(path.Child("partition"), partition, Wording.Range(1, 255));
    }
}
