using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>A persistent volume has one source; the sources stand in the order in which Kubernetes looks for them.</summary>
internal ref struct PersistentVolumeSources
{
    private readonly FieldPath _path;
    private readonly FieldErrors _errors;
    private int _count;

    private PersistentVolumeSources(FieldPath path, FieldErrors errors)
    {
        _path = path;
        _errors = errors;
    }

    /// <returns>How many sources were taken; more than one has been reported.</returns>
    public static int Validate(PersistentVolumeSpec spec, string name, bool hasAffinity, FieldPath path, FieldErrors errors)
    {
        var sources = new PersistentVolumeSources(path, errors);
        sources.TakeFirst(spec, name);
        sources.TakeSecond(spec);
        sources.TakeLocal(spec, hasAffinity);
        if (sources.Take(spec.Storageos, "storageos"))
            PersistentVolumeSourceValidation.Validate(spec.Storageos!, path.Child("storageos"), errors);
        if (sources.Take(spec.Csi, "csi"))
            PersistentVolumeSourceValidation.Validate(spec.Csi!, path.Child("csi"), errors);
        return sources._count;
    }

    private void TakeFirst(PersistentVolumeSpec spec, string name)
    {
        if (Take(spec.HostPath, "hostPath"))
            VolumeSourceValidation.Validate(spec.HostPath!, _path.Child("hostPath"), _errors);
        if (Take(spec.GcePersistentDisk, "gcePersistentDisk"))
            CloudVolumeValidation.Validate(spec.GcePersistentDisk!, _path.Child("persistentDisk"), _errors);
        if (Take(spec.AwsElasticBlockStore, "awsElasticBlockStore"))
            CloudVolumeValidation.Validate(spec.AwsElasticBlockStore!, _path.Child("awsElasticBlockStore"), _errors);
        if (Take(spec.Glusterfs, "glusterfs"))
            PersistentVolumeSourceValidation.Validate(spec.Glusterfs!, _path.Child("glusterfs"), _errors);
        if (Take(spec.Flocker, "flocker"))
            StorageVolumeValidation.Validate(spec.Flocker!, _path.Child("flocker"), _errors);
        if (Take(spec.Nfs, "nfs"))
            VolumeSourceValidation.Validate(spec.Nfs!, _path.Child("nfs"), _errors);
        if (Take(spec.Rbd, "rbd"))
            PersistentVolumeSourceValidation.Validate(spec.Rbd!, _path.Child("rbd"), _errors);
        if (Take(spec.Quobyte, "quobyte"))
            StorageVolumeValidation.Validate(spec.Quobyte!, _path.Child("quobyte"), _errors);
        if (Take(spec.Cephfs, "cephFS"))
            PersistentVolumeSourceValidation.Validate(spec.Cephfs!, _path.Child("cephfs"), _errors);
        if (Take(spec.Iscsi, "iscsi"))
            PersistentVolumeSourceValidation.Validate(spec.Iscsi!, name, _path.Child("iscsi"), _errors);
        if (Take(spec.Cinder, "cinder"))
            PersistentVolumeSourceValidation.Validate(spec.Cinder!, _path.Child("cinder"), _errors);
        if (Take(spec.Fc, "fc"))
            StorageVolumeValidation.Validate(spec.Fc!, _path.Child("fc"), _errors);
    }

    private void TakeSecond(PersistentVolumeSpec spec)
    {
        // Kubernetes lets this one stand beside others.
        if (spec.FlexVolume is not null)
        {
            _count++;
            PersistentVolumeSourceValidation.Validate(spec.FlexVolume, _path.Child("flexVolume"), _errors);
        }

        if (Take(spec.AzureFile, "azureFile"))
            PersistentVolumeSourceValidation.Validate(spec.AzureFile!, _path.Child("azureFile"), _errors);
        if (Take(spec.VsphereVolume, "vsphereVolume"))
            CloudVolumeValidation.Require(spec.VsphereVolume!.VolumePath, _path, "vsphereVolume", "volumePath", _errors);
        if (Take(spec.PhotonPersistentDisk, "photonPersistentDisk"))
            CloudVolumeValidation.Require(spec.PhotonPersistentDisk!.PdID, _path, "photonPersistentDisk", "pdID", _errors);
        if (Take(spec.PortworxVolume, "portworxVolume"))
            CloudVolumeValidation.Require(spec.PortworxVolume!.VolumeID, _path, "portworxVolume", "volumeID", _errors);
        if (Take(spec.AzureDisk, "azureDisk"))
            CloudVolumeValidation.Validate(spec.AzureDisk!, _path.Child("azureDisk"), _errors);
        if (Take(spec.ScaleIO, "scaleIO"))
            PersistentVolumeSourceValidation.Validate(spec.ScaleIO!, _path.Child("scaleIO"), _errors);
    }

    private void TakeLocal(PersistentVolumeSpec spec, bool hasAffinity)
    {
        if (!Take(spec.Local, "local"))
            return;

        PersistentVolumeSourceValidation.Validate(spec.Local!, _path.Child("local"), _errors);
        if (!hasAffinity)
            _errors.Required(_path.Child("nodeAffinity"), "Local volume requires node affinity");
    }

    private bool Take(object? source, string name)
    {
        if (source is null)
            return false;

        if (_count == 0)
            return ++_count == 1;

        _errors.Forbidden(_path.Child(name), "may not specify more than 1 volume type");
        return false;
    }
}
