using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Where a container sees its pod's volumes, as directories or as block devices.</summary>
internal static class MountValidation
{
    public static void Validate(IReadOnlyList<VolumeMount> mounts, Container container, ContainerContext context, FieldPath path)
    {
        var (deviceNames, devicePaths) = NamesAndPaths(container.VolumeDevices);
        var errors = context.Errors;
        var seen = default(Seen);
        for (var i = 0; i < mounts.Count; i++)
        {
            var mount = mounts[i];
            var name = mount.Name ?? "";
            var mountPath = mount.MountPath ?? "";
            if (name.Length == 0)
                errors.Required(path.Index(i).Child("name"));
            var volume = context.Volumes.GetValueOrDefault(name);
            if (volume is null)
                errors.NotFound(path.Index(i).Child("name"), name);
            if (mountPath.Length == 0)
                errors.Required(path.Index(i).Child("mountPath"));
            if (!seen.Add(mountPath))
                errors.Invalid(path.Index(i).Child("mountPath"), mountPath, "must be unique");

            if (deviceNames.Has(name))
                errors.Invalid(path.Index(i).Child("name"), name, "must not already exist in volumeDevices");
            if (devicePaths.Has(mountPath))
                errors.Invalid(path.Index(i).Child("mountPath"), mountPath, "must not already exist as a path in volumeDevices");

            ValidateSubPaths(mount, volume, path, i, errors);
            if (mount.MountPropagation is { } propagation)
                ValidatePropagation(propagation, container, path, errors);
            if (mount.RecursiveReadOnly is { } recursive)
                ValidateRecursiveReadOnly(recursive, mount, path, errors);
        }
    }

    public static void Validate(IReadOnlyList<VolumeDevice> devices, Container container, ContainerContext context, FieldPath path)
    {
        var (mountNames, mountPaths) = NamesAndPaths(container.VolumeMounts);
        var errors = context.Errors;
        var names = default(Seen);
        var paths = default(Seen);
        for (var i = 0; i < devices.Count; i++)
        {
            var name = devices[i].Name ?? "";
            var devicePath = devices[i].DevicePath ?? "";
            ValidateDeviceName(name, names, context, path.Index(i).Child("name"));
            if (devicePath.Length == 0)
                errors.Required(path.Index(i).Child("devicePath"));
            if (paths.Has(devicePath))
                errors.Invalid(path.Index(i).Child("devicePath"), devicePath, "must be unique");
            if (Paths.HasBackstep(devicePath))
                errors.Invalid(path.Index(i).Child("devicePath"), devicePath, "can not contain backsteps ('..')");
            else
                paths.Add(devicePath);

            if (mountNames.Has(name))
                errors.Invalid(path.Index(i).Child("name"), name, "must not already exist in volumeMounts");
            if (mountPaths.Has(devicePath))
                errors.Invalid(path.Index(i).Child("devicePath"), devicePath, "must not already exist as a path in volumeMounts");
            if (name.Length > 0)
                names.Add(name);
        }
    }

    private static void ValidateDeviceName(string name, Seen names, ContainerContext context, FieldPath path)
    {
        var volume = context.Volumes.GetValueOrDefault(name);
        if (name.Length == 0)
            context.Errors.Required(path);
        if (names.Has(name))
            context.Errors.Invalid(path, name, "must be unique");
        if (volume is { PersistentVolumeClaim: null, Ephemeral: null })
            context.Errors.Invalid(path, name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
        if (volume is null)
            context.Errors.NotFound(path, name);
    }

    private static void ValidateSubPaths(VolumeMount mount, Volume? volume, FieldPath path, int index, FieldErrors errors)
    {
        var subPath = mount.SubPath ?? "";
        var expression = mount.SubPathExpr ?? "";
        if (volume?.Image is not null)
        {
            if (subPath.Length > 0)
                errors.Invalid(path.Index(index).Child("subPath"), subPath, "not allowed in image volume sources");
            if (expression.Length > 0)
                errors.Invalid(path.Index(index).Child("subPathExpr"), expression, "not allowed in image volume sources");
        }

        if (subPath.Length > 0)
            Paths.Descending(subPath, path.Child("subPath"), errors);
        if (expression.Length == 0)
            return;

        if (subPath.Length > 0)
            errors.Invalid(path.Index(index).Child("subPathExpr"), expression, "subPathExpr and subPath are mutually exclusive");
        Paths.Descending(expression, path.Child("subPathExpr"), errors);
    }

    private static void ValidatePropagation(string propagation, Container container, FieldPath path, FieldErrors errors)
    {
        PodFields.MountPropagation.Check(propagation, path, "mountPropagation", errors);
        if (propagation == "Bidirectional" && container.SecurityContext?.Privileged != true)
            errors.Forbidden(path.Child("mountPropagation"), "Bidirectional mount propagation is available only to privileged containers");
    }

    private static void ValidateRecursiveReadOnly(string value, VolumeMount mount, FieldPath parent, FieldErrors errors)
    {
        if (value is not ("Enabled" or "IfPossible"))
        {
            PodFields.RecursiveReadOnly.Check(value, parent, "recursiveReadOnly", errors);
            return;
        }

        var path = parent.Child("recursiveReadOnly");
        if (!mount.ReadOnly)
            errors.Forbidden(path, "may only be specified when readOnly is true");
        if (mount.MountPropagation is not (null or "None"))
            errors.Forbidden(path, "may only be specified when mountPropagation is None or not specified");
    }

    private static (Seen Names, Seen Paths) NamesAndPaths(IReadOnlyList<VolumeDevice>? devices)
    {
        var names = default(Seen);
        var paths = default(Seen);
        foreach (var device in devices ?? [])
        {
            names.Add(device.Name ?? "");
            paths.Add(device.DevicePath ?? "");
        }

        return (names, paths);
    }

    private static (Seen Names, Seen Paths) NamesAndPaths(IReadOnlyList<VolumeMount>? mounts)
    {
        var names = default(Seen);
        var paths = default(Seen);
        foreach (var mount in mounts ?? [])
        {
            names.Add(mount.Name ?? "");
            paths.Add(mount.MountPath ?? "");
        }

        return (names, paths);
    }
}
