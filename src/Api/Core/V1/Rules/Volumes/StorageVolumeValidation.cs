using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>Volumes of storage systems.</summary>
public static class StorageVolumeValidation
{
    private const int LongestTenant = 64;

    public static void Validate(FCVolumeSource source, FieldPath path, FieldErrors errors)
    {
        var targets = source.TargetWWNs ?? [];
        var ids = source.Wwids ?? [];
        if (targets.Count == 0 && ids.Count == 0)
            errors.Required(path.Child("targetWWNs"), "must specify either targetWWNs or wwids, but not both");
        if (targets.Count > 0 && ids.Count > 0)
            errors.Invalid(path.Child("targetWWNs"), targets, "targetWWNs and wwids can not be specified simultaneously");

        if (targets.Count > 0 && source.Lun is null)
            errors.Required(path.Child("lun"), "lun is required if targetWWNs is specified");
        else if (targets.Count > 0 && source.Lun is < 0 or > 255)
            errors.Invalid(path.Child("lun"), source.Lun, Wording.Range(0, 255));
    }

    public static void Validate(FlockerVolumeSource source, FieldPath path, FieldErrors errors)
    {
        var name = source.DatasetName ?? "";
        if (name.Length == 0 && string.IsNullOrEmpty(source.DatasetUUID))
            errors.Required(path, "one of datasetName and datasetUUID is required");
        if (name.Length > 0 && !string.IsNullOrEmpty(source.DatasetUUID))
            errors.Invalid(path, "resource", "datasetName and datasetUUID can not be specified simultaneously");
        if (name.Contains('/'))
            errors.Invalid(path.Child("datasetName"), name, "must not contain '/'");
    }

    public static void Validate(QuobyteVolumeSource source, FieldPath path, FieldErrors errors)
    {
        const string Pairs = "must be a host:port pair or multiple pairs separated by commas";
        var registry = source.Registry ?? "";
        if (registry.Length == 0)
        {
            errors.Required(path.Child("registry"), Pairs);
        }
        else if (source.Tenant?.Length > LongestTenant)
        {
            errors.Required(path.Child("tenant"), "must be a UUID and may not exceed a length of 64 characters");
        }
        else
        {
            foreach (var pair in registry.Split(','))
            {
                if (!IsHostAndPort(pair))
                    errors.Invalid(path.Child("registry"), registry, Pairs);
            }
        }

        if (string.IsNullOrEmpty(source.Volume))
            errors.Required(path.Child("volume"));
    }

    public static void Validate(StorageOSVolumeSource source, FieldPath path, FieldErrors errors)
    {
        ValidateStorageOs(source.VolumeName, source.VolumeNamespace, path, errors);
        if (source.SecretRef is { Name: null or "" })
            errors.Required(path.Child("secretRef", "name"));
    }

    public static void ValidateStorageOs(string? name, string? ns, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
            errors.Required(path.Child("volumeName"));
        else
            errors.Invalid(path.Child("volumeName"), name, DnsNames.Label(name));
        if (!string.IsNullOrEmpty(ns))
            errors.Invalid(path.Child("volumeNamespace"), ns, DnsNames.Label(ns));
    }

    public static void ValidateGlusterfs(string? endpoints, string? volume, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(endpoints))
            errors.Required(path.Child("endpoints"));
        if (string.IsNullOrEmpty(volume))
            errors.Required(path.Child("path"));
    }

    public static void ValidateRbd(IReadOnlyList<string>? monitors, string? image, FieldPath path, FieldErrors errors)
    {
        if (monitors is not { Count: > 0 })
            errors.Required(path.Child("monitors"));
        if (string.IsNullOrEmpty(image))
            errors.Required(path.Child("image"));
    }

    public static void ValidateCephFs(IReadOnlyList<string>? monitors, FieldPath path, FieldErrors errors)
    {
        if (monitors is not { Count: > 0 })
            errors.Required(path.Child("monitors"));
    }

    public static void ValidateScaleIo(string? gateway, string? system, string? volume, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(gateway))
            errors.Required(path.Child("gateway"));
        if (string.IsNullOrEmpty(system))
            errors.Required(path.Child("system"));
        if (string.IsNullOrEmpty(volume))
            errors.Required(path.Child("volumeName"));
    }

    public static void ValidateFlex(string? driver, IReadOnlyDictionary<string, string>? options, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(driver))
            errors.Required(path.Child("driver"));
        if (options is null)
            return;

        foreach (var (key, _) in options)
        {
            var slash = key.IndexOf('/');
            var domain = "." + (slash < 0 ? key : key[..slash]).ToLowerInvariant();
            if (domain.EndsWith(".kubernetes.io", StringComparison.Ordinal) || domain.EndsWith(".k8s.io", StringComparison.Ordinal))
                errors.Invalid(path.Child("options").Key(key), key, "kubernetes.io and k8s.io namespaces are reserved");
        }
    }

    private static bool IsHostAndPort(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0)
            return false;

        var host = text[..colon];
        return text[0] == '[' ? host.IndexOf(']') == host.Length - 1 : !host.AsSpan().ContainsAny(':', '[', ']');
    }
}
