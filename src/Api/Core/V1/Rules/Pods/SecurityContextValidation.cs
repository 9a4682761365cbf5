using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Security settings of one container, and the profiles that pods have as well.</summary>
internal static class SecurityContextValidation
{
    private const int LongestAppArmorProfile = 4095;

    public static void Validate(SecurityContext context, FieldPath path, FieldErrors errors)
    {
        ValidateId(context.RunAsUser, path, "runAsUser", errors);
        ValidateId(context.RunAsGroup, path, "runAsGroup", errors);
        PodFields.ProcMount.CheckOptional(context.ProcMount, path, "procMount", errors);
        if (context.SeccompProfile is { } seccomp)
            ValidateSeccomp(seccomp, path.Child("seccompProfile"), errors);

        if (context.AllowPrivilegeEscalation == false)
        {
            if (context.Privileged == true)
                errors.Invalid(path, RecordBinder.Write(context), "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
            foreach (var capability in context.Capabilities?.Add ?? [])
            {
                if (capability == "CAP_SYS_ADMIN")
                    errors.Invalid(path, RecordBinder.Write(context), "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
            }
        }

        if (context.WindowsOptions is { } windows)
            WindowsValidation.Validate(windows, path.Child("windowsOptions"), errors);
        if (context.AppArmorProfile is { } appArmor)
            ValidateAppArmor(appArmor, path.Child("appArmorProfile"), errors);
    }

    /// <summary>User and group numbers are 31 bits wide.</summary>
    public static void ValidateId(long? id, FieldPath path, string name, FieldErrors errors)
    {
        if (id is < 0 or > int.MaxValue)
            errors.Invalid(path.Child(name), id, Wording.Range(0, int.MaxValue));
    }

    public static void ValidateSeccomp(SeccompProfile profile, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(profile.Type))
            errors.Required(path.Child("type"), "type is required when seccompProfile is set");
        else
            PodFields.ProfileType.Check(profile.Type, path, "type", errors);

        if (profile.Type != "Localhost")
        {
            if (profile.LocalhostProfile is not null)
                errors.Invalid(path.Child("localhostProfile"), RecordBinder.Write(profile), "can only be set when seccomp type is Localhost");
        }
        else if (profile.LocalhostProfile is null)
        {
            errors.Required(path.Child("localhostProfile"), "must be set when seccomp type is Localhost");
        }
        else
        {
            Paths.Descending(profile.LocalhostProfile, path.Child("localhostProfile"), errors);
        }
    }

    public static void ValidateAppArmor(AppArmorProfile profile, FieldPath path, FieldErrors errors)
    {
        switch (profile.Type)
        {
            case "Localhost":
                ValidateAppArmorFile(profile.LocalhostProfile, path.Child("localhostProfile"), errors);
                break;
            case "RuntimeDefault" or "Unconfined":
                if (profile.LocalhostProfile is not null)
                    errors.Invalid(path.Child("localhostProfile"), profile.LocalhostProfile, "can only be set when AppArmor type is Localhost");
                break;
            case null or "":
                errors.Required(path.Child("type"), "type is required when appArmorProfile is set");
                break;
            default:
                PodFields.ProfileType.Check(profile.Type, path, "type", errors);
                break;
        }
    }

    private static void ValidateAppArmorFile(string? profile, FieldPath path, FieldErrors errors)
    {
        const string Missing = "must be set when AppArmor type is Localhost";
        if (profile is null)
        {
            errors.Required(path, Missing);
            return;
        }

        if (profile.AsSpan().Trim().Length != profile.Length)
            errors.Invalid(path, profile, "must not be padded with whitespace");
        else if (profile.Length == 0)
            errors.Required(path, Missing);
        if (Wording.IsLonger(profile, LongestAppArmorProfile))
            errors.TooLong(path, LongestAppArmorProfile);
    }
}
