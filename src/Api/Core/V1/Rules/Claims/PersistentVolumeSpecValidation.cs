using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Core.V1.Rules.Volumes;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>Specs of persistent volumes, and those inside attachments, of which less is allowed.</summary>
public static class PersistentVolumeSpecValidation
{
    private const string NotInline = "may not be specified in the context of inline volumes";

    private static readonly EnumField ReclaimPolicies = EnumField.Of<PersistentVolumeSpec>("persistentVolumeReclaimPolicy");
    private static readonly EnumField VolumeModes = EnumField.Of<PersistentVolumeSpec>("volumeMode");

    /// <param name="name">The volume's; empty when there is none.</param>
    /// <param name="allowInvalidAffinityValues">An update keeps what an older volume already has.</param>
    public static void Validate(
        PersistentVolumeSpec spec, string name, bool inline, FieldPath path, FieldErrors errors, bool allowInvalidAffinityValues = false)
    {
        if (inline)
            ForbidInline(spec, path, errors);

        var modes = spec.AccessModes ?? [];
        if (modes.Count == 0)
            errors.Required(path.Child("accessModes"));
        ClaimSpecValidation.ValidateAccessModes(modes, path.Child("accessModes"), errors);

        if (!inline)
            ValidateCapacity(spec.Capacity ?? new Dictionary<string, Quantity>(), path.Child("capacity"), errors);
        ValidateReclaimPolicy(spec, inline, path, errors);
        var hasAffinity = ValidateAffinity(spec, inline, allowInvalidAffinityValues, path.Child("nodeAffinity"), errors);

        if (PersistentVolumeSources.Validate(spec, name, hasAffinity, path, errors) == 0)
            errors.Required(path, "must specify a volume type");
        if (spec is { HostPath.Path: { } hostPath, PersistentVolumeReclaimPolicy: "Recycle" } && IsRoot(hostPath))
            errors.Forbidden(path.Child("persistentVolumeReclaimPolicy"), "may not be 'recycle' for a hostPath mount of '/'");

        ValidateClass(spec, inline, path, errors);
        ValidateVolumeMode(spec, inline, path, errors);
    }

    private static void ForbidInline(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.ClaimRef is not null)
            errors.Forbidden(path.Child("claimRef"), NotInline);
        if (spec.Capacity is { Count: > 0 })
            errors.Forbidden(path.Child("capacity"), NotInline);
        if (spec.Csi is null)
            errors.Required(path.Child("csi"), "has to be specified in the context of inline volumes");
    }

    private static void ValidateCapacity(IReadOnlyDictionary<string, Quantity> capacity, FieldPath path, FieldErrors errors)
    {
        if (capacity.Count == 0)
            errors.Required(path);
        if (capacity.Count > 1 || !capacity.ContainsKey("storage"))
        {
            var shown = string.Join(", ", capacity.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\"{pair.Key}\":\"{pair.Value}\""));
            errors.NotSupported(path, new ShownAs($"{{{shown}}}"), ["storage"]);
        }

        foreach (var (name, amount) in capacity)
        {
            if (amount.Sign < 0)
                errors.Invalid(path.Key(name), amount.Value(), "must be a valid resource quantity");
            if (amount.Sign <= 0)
                errors.Invalid(path.Key(name), amount.ToString(), Wording.NotPositive);
        }
    }

    private static void ValidateReclaimPolicy(PersistentVolumeSpec spec, bool inline, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(spec.PersistentVolumeReclaimPolicy))
            return;

        if (!inline)
            ReclaimPolicies.Check(spec.PersistentVolumeReclaimPolicy, path, "persistentVolumeReclaimPolicy", errors);
        else if (spec.PersistentVolumeReclaimPolicy != "Retain")
            errors.Forbidden(path.Child("persistentVolumeReclaimPolicy"), "may only be Retain in the context of inline volumes");
    }

    private static bool ValidateAffinity(PersistentVolumeSpec spec, bool inline, bool allowInvalidValues, FieldPath path, FieldErrors errors)
    {
        if (spec.NodeAffinity is not { } affinity)
            return false;

        if (inline)
        {
            errors.Forbidden(path, NotInline);
            return false;
        }

        if (affinity.Required is null)
            errors.Required(path.Child("required"), "must specify required node constraints");
        else
            NodeSelectorValidation.Validate(affinity.Required, path.Child("required"), errors, allowInvalidValues);
        return affinity.Required is not null;
    }

    private static void ValidateClass(PersistentVolumeSpec spec, bool inline, FieldPath path, FieldErrors errors)
    {
        if (spec.StorageClassName is { Length: > 0 } className)
        {
            if (inline)
                errors.Forbidden(path.Child("storageClassName"), NotInline);
            else
                errors.Invalid(path.Child("storageClassName"), className, DnsNames.Subdomain(className));
        }

        if (spec.VolumeAttributesClassName is not { } attributes)
            return;

        if (attributes.Length == 0)
            errors.Required(path.Child("volumeAttributesClassName"), "an empty string is disallowed");
        else
            errors.Invalid(path.Child("volumeAttributesClassName"), attributes, DnsNames.Subdomain(attributes));
        if (spec.Csi is null)
            errors.Required(path.Child("csi"), "has to be specified when using volumeAttributesClassName");
    }

    private static void ValidateVolumeMode(PersistentVolumeSpec spec, bool inline, FieldPath path, FieldErrors errors)
    {
        if (!inline)
            VolumeModes.CheckOptional(spec.VolumeMode, path, "volumeMode", errors);
        else if (spec.VolumeMode is not (null or "Filesystem"))
            errors.Forbidden(path.Child("volumeMode"), "may not specify volumeMode other than Filesystem in the context of inline volumes");
    }

    private static bool IsRoot(string path) => path.StartsWith('/') && Path.GetFullPath(path) == "/";
}
