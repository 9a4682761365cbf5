using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>What a claim on storage asks for, in claims as in the templates of ephemeral volumes and stateful sets.</summary>
public static class ClaimSpecValidation
{
    private static readonly EnumField AccessModes = EnumField.OfTexts("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
    private static readonly EnumField VolumeModes = EnumField.Of<PersistentVolumeClaimSpec>("volumeMode");

    /// <param name="allowInvalidSelectorValues">An update keeps what an older claim already has.</param>
    /// <param name="allowInvalidApiGroups">An update keeps what an older claim already has.</param>
    public static void Validate(
        PersistentVolumeClaimSpec spec, FieldPath path, FieldErrors errors, bool allowInvalidSelectorValues = false, bool allowInvalidApiGroups = false)
    {
        var modes = spec.AccessModes ?? [];
        if (modes.Count == 0)
            errors.Required(path.Child("accessModes"), "at least 1 access mode is required");
        LabelSelectorValidation.Validate(spec.Selector, path.Child("selector"), errors, allowInvalidSelectorValues);
        ValidateAccessModes(modes, path.Child("accessModes"), errors);
        ValidateSize(spec.Resources, path.Child("resources").Key(ResourceNames.Storage), errors);

        if (spec.StorageClassName is { Length: > 0 } className)
            errors.Invalid(path.Child("storageClassName"), className, DnsNames.Subdomain(className));
        VolumeModes.CheckOptional(spec.VolumeMode, path, "volumeMode", errors);
        ValidateSources(spec, path, allowInvalidApiGroups, errors);
        if (spec.VolumeAttributesClassName is { Length: > 0 } attributesClass)
            errors.Invalid(path.Child("volumeAttributesClassName"), attributesClass, DnsNames.Subdomain(attributesClass));
    }

    public static void ValidateAccessModes(IReadOnlyList<string> modes, FieldPath path, FieldErrors errors)
    {
        var single = false;
        var other = false;
        foreach (var mode in modes)
        {
            if (!AccessModes.Has(mode))
                errors.NotSupported(path, mode, AccessModes.Values);
            else if (mode == "ReadWriteOncePod")
                single = true;
            else
                other = true;
        }

        if (single && other)
            errors.Forbidden(path, "may not use ReadWriteOncePod with other access modes");
    }

    private static void ValidateSize(VolumeResourceRequirements? resources, FieldPath path, FieldErrors errors)
    {
        if (resources?.Requests is null || !resources.Requests.TryGetValue(ResourceNames.Storage, out var size))
            errors.Required(path);
        else if (size.Sign <= 0)
            errors.Invalid(path, size.ToString(), Wording.NotPositive);
    }

    private static void ValidateSources(PersistentVolumeClaimSpec spec, FieldPath path, bool allowInvalidApiGroups, FieldErrors errors)
    {
        if (spec.DataSource is { } source)
            ValidateSource(source.ApiGroup, source.Kind, source.Name, path.Child("dataSource"), allowInvalidApiGroups, errors);
        if (spec.DataSourceRef is { } reference)
        {
            ValidateSource(reference.ApiGroup, reference.Kind, reference.Name, path.Child("dataSourceRef"), allowInvalidApiGroups, errors);
            if (reference.Namespace is { Length: > 0 } space)
                errors.Invalid(path.Child("dataSourceRef", "namespace"), space, DnsNames.Label(space));
        }

        if (spec.DataSource is null || spec.DataSourceRef is null)
            return;

        if (spec.DataSourceRef.Namespace is { Length: > 0 })
            errors.Invalid(path, path.Child("dataSource").ToString(), "may not be specified when dataSourceRef.namespace is specified");
        else if (spec.DataSource.ApiGroup != spec.DataSourceRef.ApiGroup || spec.DataSource.Kind != spec.DataSourceRef.Kind
            || spec.DataSource.Name != spec.DataSourceRef.Name)
            errors.Invalid(path, path.Child("dataSource").ToString(), "must match dataSourceRef");
    }

    private static void ValidateSource(string? group, string? kind, string? name, FieldPath path, bool allowInvalidApiGroup, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
            errors.Required(path.Child("name"));
        if (string.IsNullOrEmpty(kind))
            errors.Required(path.Child("kind"));
        if (string.IsNullOrEmpty(group) && kind != "PersistentVolumeClaim")
            errors.Invalid(path, kind ?? "", "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        if (!string.IsNullOrEmpty(group) && !allowInvalidApiGroup)
            errors.Invalid(path.Child("apiGroup"), group, DnsNames.Subdomain(group));
    }
}
