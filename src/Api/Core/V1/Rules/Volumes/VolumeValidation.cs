using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>The volumes of a pod: each has a name and exactly one source.</summary>
internal static class VolumeValidation
{
    private static readonly Dictionary<string, Volume> None = [];

    /// <param name="podName">Null in templates, whose pods have no names yet.</param>
    /// <returns>The volumes that are sound, by name: containers can mount them.</returns>
    public static IReadOnlyDictionary<string, Volume> Validate(
        IReadOnlyList<Volume>? volumes, string? podName, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        if (volumes is not { Count: > 0 })
            return None;

        var created = CreatedClaims(volumes, podName);
        var sound = new Dictionary<string, Volume>(volumes.Count);
        for (var i = 0; i < volumes.Count; i++)
        {
            var volume = volumes[i];
            var before = errors.All.Count;
            Validate(volume, podName, path.Index(i), options, errors);
            if (sound.ContainsKey(volume.Name ?? ""))
                errors.Duplicate(path.Index(i).Child("name"), volume.Name ?? "");
            if (errors.All.Count == before)
                sound.Add(volume.Name!, volume);

            if (volume.PersistentVolumeClaim?.ClaimName is { } claim && created?.Contains(claim) == true)
            {
                errors.Invalid(
                    path.Index(i).Child("persistentVolumeClaim", "claimName"),
                    claim,
                    "must not reference a PVC that gets created for an ephemeral volume");
            }
        }

        return sound;
    }

    private static HashSet<string>? CreatedClaims(IReadOnlyList<Volume> volumes, string? podName)
    {
        if (string.IsNullOrEmpty(podName))
            return null;

        HashSet<string>? claims = null;
        foreach (var volume in volumes)
        {
            if (volume.Ephemeral is not null)
                (claims ??= []).Add($"{podName}-{volume.Name}");
        }

        return claims;
    }

    private static void Validate(Volume volume, string? podName, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        var sources = new VolumeSources(path, errors);
        ValidateFirst(volume, ref sources, path, errors);
        ValidateSecond(volume, ref sources, path, options, errors);
        if (sources.Take(volume.Ephemeral, "ephemeral") is { } ephemeral)
            ValidateEphemeral(ephemeral, volume.Name ?? "", podName, path, errors);
        if (sources.Take(volume.Image, "image") is { } image)
            VolumeSourceValidation.ValidateImage(image, path.Child("image"), options, errors);

        if (sources.Count == 0)
            errors.Required(path, "must specify a volume type");

        var name = volume.Name ?? "";
        if (name.Length == 0)
            errors.Required(path.Child("name"));
        else if (DnsNames.Label(name) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("name"), name, wrong);
    }

    // In the order in which Kubernetes looks, since a second source is the one that is blamed.
    private static void ValidateFirst(Volume volume, ref VolumeSources sources, FieldPath path, FieldErrors errors)
    {
        if (sources.Take(volume.EmptyDir, "emptyDir") is { SizeLimit: { Sign: < 0 } })
            errors.Forbidden(path.Child("emptyDir", "sizeLimit"), "SizeLimit field must be a valid resource quantity");
        if (sources.Take(volume.HostPath, "hostPath") is { } hostPath)
            VolumeSourceValidation.Validate(hostPath, path.Child("hostPath"), errors);
        if (sources.Take(volume.GitRepo, "gitRepo") is { } git)
            VolumeSourceValidation.Validate(git, path.Child("gitRepo"), errors);
        if (sources.Take(volume.GcePersistentDisk, "gcePersistentDisk") is { } gce)
            CloudVolumeValidation.Validate(gce, path.Child("persistentDisk"), errors);
        if (sources.Take(volume.AwsElasticBlockStore, "awsElasticBlockStore") is { } aws)
            CloudVolumeValidation.Validate(aws, path.Child("awsElasticBlockStore"), errors);
        if (sources.Take(volume.Secret, "secret") is { } secret)
            VolumeFileValidation.Validate(secret, path.Child("secret"), errors);
        if (sources.Take(volume.Nfs, "nfs") is { } nfs)
            VolumeSourceValidation.Validate(nfs, path.Child("nfs"), errors);
        if (volume.Iscsi is { } iscsi)
        {
            if (sources.Take(iscsi, "iscsi") is not null)
                IscsiVolumeValidation.Validate(iscsi, path.Child("iscsi"), errors);
            IscsiVolumeValidation.ValidateNames(iscsi, volume.Name ?? "", path, errors);
        }

        if (sources.Take(volume.Glusterfs, "glusterfs") is { } gluster)
            StorageVolumeValidation.ValidateGlusterfs(gluster.Endpoints, gluster.Path, path.Child("glusterfs"), errors);
        if (sources.Take(volume.Flocker, "flocker") is { } flocker)
            StorageVolumeValidation.Validate(flocker, path.Child("flocker"), errors);
        if (sources.Take(volume.PersistentVolumeClaim, "persistentVolumeClaim") is { ClaimName: null or "" })
            errors.Required(path.Child("persistentVolumeClaim", "claimName"));
        if (sources.Take(volume.Rbd, "rbd") is { } rbd)
            StorageVolumeValidation.ValidateRbd(rbd.Monitors, rbd.Image, path.Child("rbd"), errors);
        if (sources.Take(volume.Cinder, "cinder") is { } cinder)
            CloudVolumeValidation.Validate(cinder, path.Child("cinder"), errors);
        if (sources.Take(volume.Cephfs, "cephFS") is { } ceph)
            StorageVolumeValidation.ValidateCephFs(ceph.Monitors, path.Child("cephfs"), errors);
        if (sources.Take(volume.Quobyte, "quobyte") is { } quobyte)
            StorageVolumeValidation.Validate(quobyte, path.Child("quobyte"), errors);
    }

    private static void ValidateSecond(Volume volume, ref VolumeSources sources, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        if (sources.Take(volume.DownwardAPI, "downwarAPI") is { } downward)
            VolumeFileValidation.Validate(downward, path.Child("downwardAPI"), errors);
        if (sources.Take(volume.Fc, "fc") is { } fibre)
            StorageVolumeValidation.Validate(fibre, path.Child("fc"), errors);
        if (sources.Take(volume.FlexVolume, "flexVolume") is { } flex)
            StorageVolumeValidation.ValidateFlex(flex.Driver, flex.Options, path.Child("flexVolume"), errors);
        if (sources.Take(volume.ConfigMap, "configMap") is { } configMap)
            VolumeFileValidation.Validate(configMap, path.Child("configMap"), errors);
        if (sources.Take(volume.AzureFile, "azureFile") is { } azureFile)
            CloudVolumeValidation.ValidateAzureFile(azureFile.SecretName, azureFile.ShareName, path.Child("azureFile"), errors);
        if (sources.Take(volume.VsphereVolume, "vsphereVolume") is { } vsphere)
            CloudVolumeValidation.Require(vsphere.VolumePath, path, "vsphereVolume", "volumePath", errors);
        if (sources.Take(volume.PhotonPersistentDisk, "photonPersistentDisk") is { } photon)
            CloudVolumeValidation.Require(photon.PdID, path, "photonPersistentDisk", "pdID", errors);
        if (sources.Take(volume.PortworxVolume, "portworxVolume") is { } portworx)
            CloudVolumeValidation.Require(portworx.VolumeID, path, "portworxVolume", "volumeID", errors);
        if (sources.Take(volume.AzureDisk, "azureDisk") is { } azureDisk)
            CloudVolumeValidation.Validate(azureDisk, path.Child("azureDisk"), errors);
        if (sources.Take(volume.Storageos, "storageos") is { } storageOs)
            StorageVolumeValidation.Validate(storageOs, path.Child("storageos"), errors);
        if (sources.Take(volume.Projected, "projected") is { } projected)
            ProjectedVolumeValidation.Validate(projected, path.Child("projected"), options, errors);
        if (sources.Take(volume.ScaleIO, "scaleIO") is { } scale)
            StorageVolumeValidation.ValidateScaleIo(scale.Gateway, scale.System, scale.VolumeName, path.Child("scaleIO"), errors);
        if (sources.Take(volume.Csi, "csi") is { } csi)
            VolumeSourceValidation.Validate(csi, path.Child("csi"), errors);
    }

    private static void ValidateEphemeral(EphemeralVolumeSource source, string name, string? podName, FieldPath path, FieldErrors errors)
    {
        var template = path.Child("ephemeral", "volumeClaimTemplate");
        if (source.VolumeClaimTemplate is null)
            errors.Required(template);
        else
            ClaimTemplateValidation.Validate(source.VolumeClaimTemplate, template, errors);

        if (string.IsNullOrEmpty(podName) || name.Length == 0)
            return;

        var claim = $"{podName}-{name}";
        foreach (var message in DnsNames.Subdomain(claim))
            errors.Invalid(path.Child("name"), name, $"PVC name \"{claim}\": {message}");
    }
}
