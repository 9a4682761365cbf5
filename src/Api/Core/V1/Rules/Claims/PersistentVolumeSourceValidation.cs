using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>Sources that persistent volumes say more about than pods do: mostly a secret in any namespace.</summary>
internal static class PersistentVolumeSourceValidation
{
    public static void Validate(GlusterfsPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        StorageVolumeValidation.ValidateGlusterfs(source.Endpoints, source.Path, path, errors);
        if (source.EndpointsNamespace is not { } ns)
            return;

        if (ns.Length == 0)
            errors.Invalid(path.Child("endpointsNamespace"), ns, "if the endpointnamespace is set, it must be a valid namespace name");
        else
            errors.Invalid(path.Child("endpointsNamespace"), ns, DnsNames.Label(ns));
    }

    public static void Validate(RBDPersistentVolumeSource source, FieldPath path, FieldErrors errors) =>
        StorageVolumeValidation.ValidateRbd(source.Monitors, source.Image, path, errors);

    public static void Validate(CephFSPersistentVolumeSource source, FieldPath path, FieldErrors errors) =>
        StorageVolumeValidation.ValidateCephFs(source.Monitors, path, errors);

    public static void Validate(CinderPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        Require(source.VolumeID, path, "volumeID", errors);
        if (source.SecretRef is { } secret)
            RequireBoth(secret.Name, secret.Namespace, path.Child("secretRef"), errors);
    }

    public static void Validate(ISCSIPersistentVolumeSource source, string volumeName, FieldPath path, FieldErrors errors)
    {
        Require(source.TargetPortal, path, "targetPortal", errors);
        IscsiVolumeValidation.ValidateTarget(source.Iqn, source.Lun, path, errors);
        if ((source.ChapAuthDiscovery || source.ChapAuthSession) && source.SecretRef is null)
            errors.Required(path.Child("secretRef"));
        if (source.SecretRef is { Name: null or "" })
            errors.Required(path.Child("secretRef", "name"));
        if (source.InitiatorName is not null && $"{volumeName}:{source.TargetPortal}".Length > 64)
        {
            errors.Invalid(
                path.Child("targetportal"),
                source.TargetPortal ?? "",
                "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.");
        }

        IscsiVolumeValidation.ValidateInitiator(source.InitiatorName, path, errors);
    }

    public static void Validate(FlexPersistentVolumeSource source, FieldPath path, FieldErrors errors) =>
        StorageVolumeValidation.ValidateFlex(source.Driver, source.Options, path, errors);

    public static void Validate(AzureFilePersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        CloudVolumeValidation.ValidateAzureFile(source.SecretName, source.ShareName, path, errors);
        if (source.SecretNamespace is { Length: 0 })
            errors.Required(path.Child("secretNamespace"));
    }

    public static void Validate(ScaleIOPersistentVolumeSource source, FieldPath path, FieldErrors errors) =>
        StorageVolumeValidation.ValidateScaleIo(source.Gateway, source.System, source.VolumeName, path, errors);

    public static void Validate(LocalVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Path))
            errors.Required(path.Child("path"));
        else
            Paths.NoBacksteps(source.Path, path.Child("path"), errors);
    }

    public static void Validate(StorageOSPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        StorageVolumeValidation.ValidateStorageOs(source.VolumeName, source.VolumeNamespace, path, errors);
        if (source.SecretRef is { } secret)
            RequireBoth(secret.Name, secret.Namespace, path.Child("secretRef"), errors);
    }

    public static void Validate(CSIPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        VolumeSourceValidation.ValidateDriverName(source.Driver ?? "", path.Child("driver"), errors);
        Require(source.VolumeHandle, path, "volumeHandle", errors);
        ValidateSecret(source.ControllerPublishSecretRef, path.Child("controllerPublishSecretRef"), errors);
        ValidateSecret(source.ControllerExpandSecretRef, path.Child("controllerExpandSecretRef"), errors);
        ValidateSecret(source.NodePublishSecretRef, path.Child("nodePublishSecretRef"), errors);
        ValidateSecret(source.NodeExpandSecretRef, path.Child("nodeExpandSecretRef"), errors);
    }

    private static void ValidateSecret(SecretReference? secret, FieldPath path, FieldErrors errors)
    {
        if (secret is null)
            return;

        Require(secret.Name, path, "name", errors);
        if (secret.Name is { Length: > 0 } name)
            errors.Invalid(path.Child("name"), name, DnsNames.Subdomain(name));
        Require(secret.Namespace, path, "namespace", errors);
        if (secret.Namespace is { Length: > 0 } ns)
            errors.Invalid(path.Child("namespace"), ns, DnsNames.Label(ns));
    }

    private static void RequireBoth(string? name, string? ns, FieldPath path, FieldErrors errors)
    {
        Require(name, path, "name", errors);
        Require(ns, path, "namespace", errors);
    }

    private static void Require(string? value, FieldPath path, string name, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
            errors.Required(path.Child(name));
    }
}
