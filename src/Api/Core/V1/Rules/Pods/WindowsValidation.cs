using System.Buffers;
using System.Text.RegularExpressions;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Settings for containers on Windows.</summary>
internal static partial class WindowsValidation
{
    private const int LongestCredentialSpecKiB = 64;
    private const int DomainLimit = 256;
    private const int LongestUser = 104;

    private static readonly SearchValues<char> NotInUserNames = SearchValues.Create("\"/\\:;|=,+*?<>@[]");

    public static void Validate(WindowsSecurityContextOptions options, FieldPath path, FieldErrors errors)
    {
        if (options.GmsaCredentialSpecName is { } name)
            errors.Invalid(path.Child("gmsaCredentialSpecName"), name, DnsNames.Subdomain(name));

        if (options.GmsaCredentialSpec is { } spec)
        {
            if (spec.Length == 0)
                errors.Invalid(path.Child("gmsaCredentialSpec"), spec, "gmsaCredentialSpec cannot be an empty string");
            else if (Wording.IsLonger(spec, LongestCredentialSpecKiB * 1024))
                errors.Invalid(path.Child("gmsaCredentialSpec"), spec, $"gmsaCredentialSpec size must be under {LongestCredentialSpecKiB} KiB");
        }

        if (options.RunAsUserName is { } user)
            ValidateUserName(user, path.Child("runAsUserName"), errors);
    }

    /// <summary>Host processes come all or none in a pod, and on the host's network.</summary>
    public static void ValidateHostProcess(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        var ofPod = spec.SecurityContext?.WindowsOptions?.HostProcess;
        var count = 0;
        var onHost = 0;
        foreach (var (security, at) in PodContainers.SecurityContexts(spec, path))
        {
            count++;
            var ofContainer = security?.WindowsOptions?.HostProcess;
            if (ofPod is { } podValue && ofContainer is { } containerValue && podValue != containerValue)
            {
                errors.Invalid(
                    at.Path().Child("securityContext", "windowsOptions").Child("hostProcess"),
                    containerValue,
                    $"pod hostProcess value must be identical if both are specified, was {(podValue ? "true" : "false")}");
            }

            if (ofContainer ?? ofPod ?? false)
                onHost++;
        }

        if (onHost == 0)
            return;

        if (onHost != count)
            errors.Invalid(path, "", "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        if (!spec.HostNetwork)
            errors.Invalid(path.Child("hostNetwork"), false, "hostNetwork must be true if pod contains any hostProcess containers");
    }

    private static void ValidateUserName(string value, FieldPath path, FieldErrors errors)
    {
        var parts = value.Split('\\');
        if (value.Length == 0)
            errors.Invalid(path, value, "runAsUserName cannot be an empty string");
        else if (value.Any(character => character is < ' ' or '\x7f'))
            errors.Invalid(path, value, "runAsUserName cannot contain control characters");
        else if (parts.Length > 2)
            errors.Invalid(path, value, "runAsUserName cannot contain more than one backslash");
        else
            ValidateUserName(value, parts.Length == 2 ? parts[0] : null, parts[^1], path, errors);
    }

    private static void ValidateUserName(string value, string? domain, string user, FieldPath path, FieldErrors errors)
    {
        if (domain?.Length >= DomainLimit)
            errors.Invalid(path, value, $"runAsUserName's Domain length must be under {DomainLimit} characters");
        if (domain is not null && !NetBiosName().IsMatch(domain) && !DnsDomain().IsMatch(domain))
            errors.Invalid(path, value, "runAsUserName's Domain doesn't match the NetBios nor the DNS format");

        if (user.Length == 0)
            errors.Invalid(path, value, "runAsUserName's User cannot be empty");
        else if (user.Length > LongestUser)
            errors.Invalid(path, value, $"runAsUserName's User length must not be longer than {LongestUser} characters");
        if (user.Length > 0 && user.All(character => character is '.' or ' '))
            errors.Invalid(path, value, "runAsUserName's User cannot contain only periods or spaces");
        if (user.AsSpan().ContainsAny(NotInUserNames))
            errors.Invalid(path, value, "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
    }

    [GeneratedRegex("^[^\\\\/:\\*\\?\"<>|\\.][^\\\\/:\\*\\?\"<>|]{0,14}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex NetBiosName();

    [GeneratedRegex(@"^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DnsDomain();
}
