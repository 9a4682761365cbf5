using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Security settings of the pod as a whole.</summary>
internal static class PodSecurityContextValidation
{
    private const int LongestSysctl = 253;
    private const string SysctlPattern = @"^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";

    public static void Validate(PodSecurityContext context, PodSpec spec, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        SecurityContextValidation.ValidateId(context.FsGroup, path, "fsGroup", errors);
        SecurityContextValidation.ValidateId(context.RunAsUser, path, "runAsUser", errors);
        SecurityContextValidation.ValidateId(context.RunAsGroup, path, "runAsGroup", errors);
        for (var i = 0; i < context.SupplementalGroups?.Count; i++)
        {
            if (context.SupplementalGroups[i] is < 0 or > int.MaxValue)
                errors.Invalid(path.Child("supplementalGroups").Index(i), context.SupplementalGroups[i], Wording.Range(0, int.MaxValue));
        }

        if (spec is { ShareProcessNamespace: true, HostPID: true })
            errors.Invalid(path.Child("shareProcessNamespace"), true, "ShareProcessNamespace and HostPID cannot both be enabled");
        if (context.Sysctls is { Count: > 0 } sysctls)
            ValidateSysctls(sysctls, spec, path.Child("sysctls"), options, errors);

        PodFields.FsGroupChangePolicy.CheckOptional(context.FsGroupChangePolicy, path, "fsGroupChangePolicy", errors);
        if (context.SeccompProfile is { } seccomp)
            SecurityContextValidation.ValidateSeccomp(seccomp, path.Child("seccompProfile"), errors);
        if (context.WindowsOptions is { } windows)
            WindowsValidation.Validate(windows, path.Child("windowsOptions"), errors);
        if (context.AppArmorProfile is { } appArmor)
            SecurityContextValidation.ValidateAppArmor(appArmor, path.Child("appArmorProfile"), errors);
        PodFields.SupplementalGroupsPolicy.CheckOptional(context.SupplementalGroupsPolicy, path, "supplementalGroupsPolicy", errors);
        PodFields.SELinuxChangePolicy.CheckOptional(context.SeLinuxChangePolicy, path, "seLinuxChangePolicy", errors);
    }

    private static void ValidateSysctls(IReadOnlyList<Sysctl> sysctls, PodSpec spec, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        var seen = default(Seen);
        for (var i = 0; i < sysctls.Count; i++)
        {
            var name = sysctls[i].Name ?? "";
            if (name.Length == 0)
                errors.Required(path.Index(i).Child("name"));
            else if (!IsSysctl(name))
                errors.Invalid(path.Index(i).Child("name"), name, $"must have at most {LongestSysctl} characters and match regex {SysctlPattern}");
            else if (seen.Has(name))
                errors.Duplicate(path.Index(i).Child("name"), name);

            if (!options.AllowNamespacedSysctlsOnHost && OnHost(name, spec) is { } setting)
                errors.Invalid(path.Index(i).Child("name"), name, $"may not be specified when '{setting}' is true");
            seen.Add(name);
        }
    }

    private static bool IsSysctl(string name)
    {
        if (name.Length is 0 or > LongestSysctl)
            return false;

        var start = true;
        for (var i = 0; i < name.Length; i++)
        {
            var character = name[i];
            var letter = char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
            var end = i + 1 == name.Length || name[i + 1] is '.' or '/';
            if (character is '.' or '/' ? start : !(letter || (character is '-' or '_' && !start && !end)))
                return false;
            start = character is '.' or '/';
        }

        return !start;
    }

    /// <summary>The setting by which the pod shares with the host what the sysctl belongs to.</summary>
    private static string? OnHost(string name, PodSpec spec)
    {
        var dotted = Dotted(name);
        if (spec.HostNetwork && dotted.StartsWith("net.", StringComparison.Ordinal))
            return "hostNetwork";

        var isIpc = dotted == "kernel.sem" || dotted.StartsWith("kernel.shm", StringComparison.Ordinal)
            || dotted.StartsWith("kernel.msg", StringComparison.Ordinal) || dotted.StartsWith("fs.mqueue.", StringComparison.Ordinal);
        return spec.HostIPC && isIpc ? "hostIPC" : null;
    }

    /// <summary>Names may be written with slashes; then dots stand for dots within an element.</summary>
    private static string Dotted(string name)
    {
        var first = name.AsSpan().IndexOfAny('.', '/');
        return first < 0 || name[first] == '.'
            ? name
            : string.Create(name.Length, name, static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = source[i] switch { '/' => '.', '.' => '/', var other => other };
            });
    }
}
