using System.Globalization;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The annotations of pods and templates that mean something.</summary>
internal static class PodAnnotationValidation
{
    public static void Validate(IReadOnlyDictionary<string, string>? annotations, PodSpec spec, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        if (annotations is not { Count: > 0 })
            return;

        if (annotations.TryGetValue(PodAnnotations.Mirror, out var mirror) && string.IsNullOrEmpty(spec.NodeName))
            errors.Invalid(path.Key(PodAnnotations.Mirror), mirror, "must set spec.nodeName if mirror pod annotation is set");
        if (!options.AllowInvalidDeletionCost && !HasValidDeletionCost(annotations))
            errors.Invalid(path.Key(PodAnnotations.DeletionCost), annotations[PodAnnotations.DeletionCost], "must be a 32bit integer");

        foreach (var (key, value) in annotations)
        {
            if (key == PodAnnotations.SeccompPod || PodAnnotations.IsSeccompContainer(key))
                ValidateSeccomp(value, path.Child(key), errors);
        }

        foreach (var (key, value) in annotations)
        {
            if (!PodAnnotations.IsAppArmor(key))
                continue;

            var container = key[PodAnnotations.AppArmorPrefix.Length..];
            if (!PodContainers.Has(spec, container))
                errors.Invalid(path.Key(key), container, "container not found");
            if (value is not ("" or PodAnnotations.RuntimeDefault or PodAnnotations.Unconfined) && !IsLocalhost(value))
                errors.Invalid(path.Key(key), value, $"invalid AppArmor profile name: \"{value}\"");
        }
    }

    /// <summary>A profile that stands in an annotation and in its field must be the same in both.</summary>
    public static void ValidateProfiles(IReadOnlyDictionary<string, string>? annotations, PodSpec spec, FieldPath path, FieldErrors errors)
    {
        if (annotations is not { Count: > 0 })
            return;

        if (spec.SecurityContext?.SeccompProfile is { } ofPod && annotations.TryGetValue(PodAnnotations.SeccompPod, out var podValue))
            Match(podValue, ofPod.Type, ofPod.LocalhostProfile, "seccomp", path.Child("securityContext", "seccompProfile"), errors);

        foreach (var (security, at) in PodContainers.SecurityContexts(spec, path))
        {
            if (security?.SeccompProfile is { } seccomp && annotations.TryGetValue(PodAnnotations.SeccompContainerPrefix + at.Name, out var value))
                Match(value, seccomp.Type, seccomp.LocalhostProfile, "seccomp", at.Path().Child("securityContext", "seccompProfile"), errors);
        }

        if (spec.Os?.Name == "windows")
            return;

        foreach (var (security, at) in PodContainers.SecurityContexts(spec, path))
        {
            var appArmor = security?.AppArmorProfile ?? spec.SecurityContext?.AppArmorProfile;
            if (appArmor is not null && annotations.TryGetValue(PodAnnotations.AppArmorPrefix + at.Name, out var value))
                Match(value, appArmor.Type, appArmor.LocalhostProfile, "apparmor", at.Path().Child("securityContext", "appArmorProfile"), errors);
        }
    }

    public static void ValidateUpdate(
        IReadOnlyDictionary<string, string>? annotations, IReadOnlyDictionary<string, string>? old, FieldPath path, FieldErrors errors)
    {
        foreach (var (key, value) in old ?? Empty)
        {
            if (annotations is not null && annotations.TryGetValue(key, out var now) && now == value)
                continue;
            if (PodAnnotations.IsAppArmor(key))
                errors.Forbidden(path.Key(key), "may not remove or update AppArmor annotations");
            if (key == PodAnnotations.Mirror)
                errors.Forbidden(path.Key(key), "may not remove or update mirror pod annotation");
        }

        foreach (var (key, _) in annotations ?? Empty)
        {
            if (old is not null && old.ContainsKey(key))
                continue;
            if (PodAnnotations.IsAppArmor(key))
                errors.Forbidden(path.Key(key), "may not add AppArmor annotations");
            if (key == PodAnnotations.Mirror)
                errors.Forbidden(path.Key(key), "may not add mirror pod annotation");
        }
    }

    public static bool HasValidDeletionCost(IReadOnlyDictionary<string, string> annotations) =>
        !annotations.TryGetValue(PodAnnotations.DeletionCost, out var cost) || IsInteger(cost);

    private static readonly Dictionary<string, string> Empty = [];

    /// <summary>Without a plus sign or leading zeros.</summary>
    private static bool IsInteger(string text) => text.Length > 0
        && (text == "0" || text[0] is '-' or (>= '1' and <= '9'))
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsLocalhost(string profile) => profile.StartsWith(PodAnnotations.LocalhostPrefix, StringComparison.Ordinal);

    private static void ValidateSeccomp(string profile, FieldPath path, FieldErrors errors)
    {
        if (profile is PodAnnotations.RuntimeDefault or "docker/default" or PodAnnotations.Unconfined)
            return;

        if (IsLocalhost(profile))
            Paths.Descending(profile[PodAnnotations.LocalhostPrefix.Length..], path, errors);
        else
            errors.Invalid(path, profile, "must be a valid seccomp profile");
    }

    private static void Match(string annotation, string? type, string? file, string kind, FieldPath path, FieldErrors errors)
    {
        var isType = type switch
        {
            "Unconfined" => annotation == PodAnnotations.Unconfined,
            "RuntimeDefault" => annotation == PodAnnotations.RuntimeDefault || (kind == "seccomp" && annotation == "docker/default"),
            "Localhost" => IsLocalhost(annotation),
            _ => true,
        };
        if (!isType)
            errors.Forbidden(path.Child("type"), $"{kind} type in annotation and field must match");
        else if (type == "Localhost" && annotation[PodAnnotations.LocalhostPrefix.Length..] != file)
            errors.Forbidden(path.Child("localhostProfile"), $"{kind} profile in annotation and field must match");
    }
}
