using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>A pod that says which operating system it is for must not set what only another has.</summary>
internal static class OperatingSystemValidation
{
    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        var name = spec.Os?.Name ?? "";
        if (name.Length == 0)
            errors.Required(path.Child("os", "name"), "cannot be empty");
        else if (!PodFields.OperatingSystem.Has(name))
            errors.NotSupported(path.Child("os"), name, PodFields.OperatingSystem.Values);
        else if (name == "linux")
            ValidateLinux(spec, path, errors);
        else
            ValidateWindows(spec, path, errors);
    }

    private static void ValidateLinux(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        const string Detail = "windows options cannot be set for a linux pod";
        if (spec.SecurityContext?.WindowsOptions is not null)
            errors.Forbidden(path.Child("securityContext", "windowsOptions"), Detail);
        foreach (var (security, at) in PodContainers.SecurityContexts(spec, path))
        {
            if (security?.WindowsOptions is not null)
                errors.Forbidden(at.Path().Child("securityContext", "windowsOptions"), Detail);
        }
    }

    private static void ValidateWindows(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        var forbid = new Prohibition(errors);
        if (spec.SecurityContext is { } pod)
        {
            var security = path.Child("securityContext");
            forbid.IfSet(pod.AppArmorProfile, security, "appArmorProfile");
            forbid.IfSet(pod.SeLinuxOptions, security, "seLinuxOptions");
            forbid.IfSet(spec.HostUsers, path, "hostUsers");
            forbid.IfSet(spec.HostPID ? true : null, path, "hostPID");
            forbid.IfSet(spec.HostIPC ? true : null, path, "hostIPC");
            forbid.IfSet(pod.SeccompProfile, security, "seccompProfile");
            forbid.IfSet(pod.FsGroup, security, "fsGroup");
            forbid.IfSet(pod.FsGroupChangePolicy, security, "fsGroupChangePolicy");
            forbid.IfSet(pod.Sysctls is { Count: > 0 } ? pod.Sysctls : null, security, "sysctls");
            forbid.IfSet(spec.ShareProcessNamespace, path, "shareProcessNamespace");
            forbid.IfSet(pod.RunAsUser, security, "runAsUser");
            forbid.IfSet(pod.RunAsGroup, security, "runAsGroup");
            forbid.IfSet(pod.SupplementalGroups, security, "supplementalGroups");
            forbid.IfSet(pod.SupplementalGroupsPolicy, security, "supplementalGroupsPolicy");
        }

        foreach (var (security, at) in PodContainers.SecurityContexts(spec, path))
        {
            if (security is not null)
                ValidateWindows(security, at.Path().Child("securityContext"), forbid);
        }
    }

    private static void ValidateWindows(SecurityContext security, FieldPath path, Prohibition forbid)
    {
        forbid.IfSet(security.AppArmorProfile, path, "appArmorProfile");
        forbid.IfSet(security.SeLinuxOptions, path, "seLinuxOptions");
        forbid.IfSet(security.SeccompProfile, path, "seccompProfile");
        forbid.IfSet(security.Capabilities, path, "capabilities");
        forbid.IfSet(security.ReadOnlyRootFilesystem, path, "readOnlyRootFilesystem");
        forbid.IfSet(security.Privileged, path, "privileged");
        forbid.IfSet(security.AllowPrivilegeEscalation, path, "allowPrivilegeEscalation");
        forbid.IfSet(security.ProcMount, path, "procMount");
        forbid.IfSet(security.RunAsUser, path, "runAsUser");
        forbid.IfSet(security.RunAsGroup, path, "runAsGroup");
    }

    private readonly struct Prohibition(FieldErrors errors)
    {
        public void IfSet(object? value, FieldPath path, string name)
        {
            if (value is not null)
                errors.Forbidden(path.Child(name), "cannot be set for a windows pod");
        }
    }
}
