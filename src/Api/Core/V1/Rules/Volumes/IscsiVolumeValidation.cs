using System.Text.RegularExpressions;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>iSCSI targets and initiators.</summary>
public static partial class IscsiVolumeValidation
{
    private const int LongestInterfaceName = 64;
    private const string Malformed = "must be valid format";
    private const string Unprefixed = "must be valid format starting with iqn, eui, or naa";

    public static void Validate(ISCSIVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.TargetPortal))
            errors.Required(path.Child("targetPortal"));
        ValidateTarget(source.Iqn, source.Lun, path, errors, Unprefixed);
        if ((source.ChapAuthDiscovery || source.ChapAuthSession) && source.SecretRef is null)
            errors.Required(path.Child("secretRef"));
        ValidateInitiator(source.InitiatorName, path, errors, Unprefixed);
    }

    /// <summary>The initiator's interface is named after volume and portal.</summary>
    public static void ValidateNames(ISCSIVolumeSource source, string volumeName, FieldPath volume, FieldErrors errors)
    {
        if (source.InitiatorName is not null && $"{volumeName}:{source.TargetPortal}".Length > LongestInterfaceName)
        {
            errors.Invalid(
                volume.Child("name"),
                volumeName,
                "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.");
        }
    }

    /// <param name="unprefixed">What a name of no known kind is told; persistent volumes say less.</param>
    public static void ValidateTarget(string? iqn, int lun, FieldPath path, FieldErrors errors, string unprefixed = Malformed)
    {
        if (string.IsNullOrEmpty(iqn))
            errors.Required(path.Child("iqn"));
        else if (Problem(iqn, unprefixed) is { } problem)
            errors.Invalid(path.Child("iqn"), iqn, problem);

        if (lun is < 0 or > 255)
            errors.Invalid(path.Child("lun"), lun, Wording.Range(0, 255));
    }

    public static void ValidateInitiator(string? name, FieldPath path, FieldErrors errors, string unprefixed = Malformed)
    {
        if (name is not null && Problem(name, unprefixed) is { } problem)
            errors.Invalid(path.Child("initiatorname"), name, problem);
    }

    private static string? Problem(string name, string unprefixed) => name switch
    {
        ['i', 'q', 'n', ..] => Iqn().IsMatch(name) ? null : Malformed,
        ['e', 'u', 'i', ..] => Eui().IsMatch(name) ? null : Malformed,
        ['n', 'a', 'a', ..] => Naa().IsMatch(name) ? null : Malformed,
        _ => unprefixed,
    };

    [GeneratedRegex(@"iqn\.[0-9]{4}-[0-9]{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\s]+)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Iqn();

    [GeneratedRegex(@"^eui.[A-Za-z0-9]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Eui();

    [GeneratedRegex(@"^naa.[A-Za-z0-9]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Naa();
}
