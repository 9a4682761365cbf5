using CloudletK8s.Api.Core.V1.Rules.Pods;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Volumes;

/// <summary>Volumes whose files come from secrets, config maps and the pod's own fields.</summary>
internal static class VolumeFileValidation
{
    public static void Validate(SecretVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.SecretName))
            errors.Required(path.Child("secretName"));
        ValidateMode(source.DefaultMode, path, "defaultMode", errors);
        for (var i = 0; i < source.Items?.Count; i++)
            Validate(source.Items[i], path.Child("items").Index(i), errors);
    }

    public static void Validate(ConfigMapVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Name))
            errors.Required(path.Child("name"));
        ValidateMode(source.DefaultMode, path, "defaultMode", errors);
        for (var i = 0; i < source.Items?.Count; i++)
            Validate(source.Items[i], path.Child("items").Index(i), errors);
    }

    public static void Validate(DownwardAPIVolumeSource source, FieldPath path, FieldErrors errors)
    {
        ValidateMode(source.DefaultMode, path, "defaultMode", errors);
        foreach (var file in source.Items ?? [])
            Validate(file, path, errors);
    }

    public static void Validate(KeyToPath item, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(item.Key))
            errors.Required(path.Child("key"));
        if (string.IsNullOrEmpty(item.Path))
            errors.Required(path.Child("path"));
        Paths.DescendingUnreserved(item.Path ?? "", path.Child("path"), errors);
        ValidateMode(item.Mode, path, "mode", errors);
    }

    public static void Validate(DownwardAPIVolumeFile file, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(file.Path))
            errors.Required(path.Child("path"));
        Paths.DescendingUnreserved(file.Path ?? "", path.Child("path"), errors);

        if (file.FieldRef is { } field)
        {
            DownwardApiValidation.ValidateField(field, DownwardApiValidation.VolumeFields, path.Child("fieldRef"), errors);
            if (file.ResourceFieldRef is not null)
                errors.Invalid(path, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
        }
        else if (file.ResourceFieldRef is { } resource)
        {
            DownwardApiValidation.ValidateResource(resource, needsContainer: true, path.Child("resourceFieldRef"), errors);
        }
        else
        {
            errors.Required(path, "one of fieldRef and resourceFieldRef is required");
        }

        ValidateMode(file.Mode, path, "mode", errors);
    }

    public static void ValidateMode(int? mode, FieldPath path, string name, FieldErrors errors)
    {
        const int AllBits = 511;
        if (mode is < 0 or > AllBits)
            errors.Invalid(path.Child(name), mode, Wording.FileMode);
    }
}
