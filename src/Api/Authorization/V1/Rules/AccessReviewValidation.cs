using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Authorization.V1.Rules;

/// <summary>The questions that the access reviews ask.</summary>
internal static class AccessReviewValidation
{
    private const string OneOf = "exactly one of nonResourceAttributes or resourceAttributes must be specified";

    public static void Validate(ResourceAttributes? resource, NonResourceAttributes? nonResource, TreeObject? spec, FieldPath path, FieldErrors errors)
    {
        if (resource is not null && nonResource is not null)
            errors.Invalid(path.Child("nonResourceAttributes"), spec?["nonResourceAttributes"], "cannot be specified in combination with resourceAttributes");
        if (resource is null && nonResource is null)
            errors.Invalid(path.Child("resourceAttributes"), null, OneOf);
        if (resource is null)
            return;

        ValidateFields(resource.FieldSelector, path.Child("resourceAttributes", "fieldSelector"), errors);
        ValidateLabels(resource.LabelSelector, path.Child("resourceAttributes", "labelSelector"), errors);
    }

    /// <summary>A review is a question, not an object: it has no metadata.</summary>
    public static void ValidateMetadata(TreeObject obj, bool namespaced, FieldErrors errors)
    {
        foreach (var (name, value) in obj.Object("metadata") ?? new TreeObject(0))
        {
            if (value.IsZero || name == "managedFields" || (namespaced && name == "namespace"))
                continue;

            errors.Invalid(FieldPath.Root("metadata"), obj["metadata"], namespaced ? "must be empty except for namespace" : "must be empty");
            return;
        }
    }

    private static void ValidateFields(FieldSelectorAttributes? selector, FieldPath path, FieldErrors errors)
    {
        if (selector is null)
            return;

        var requirements = selector.Requirements ?? [];
        ValidateForm(selector.RawSelector, requirements.Count, path, errors);
        for (var i = 0; i < requirements.Count; i++)
            ValidateRequirement(requirements[i].Key, requirements[i].Operator, requirements[i].Values?.Count ?? 0, path.Child("requirements").Index(i), errors);
    }

    private static void ValidateLabels(LabelSelectorAttributes? selector, FieldPath path, FieldErrors errors)
    {
        if (selector is null)
            return;

        var requirements = selector.Requirements ?? [];
        ValidateForm(selector.RawSelector, requirements.Count, path, errors);
        for (var i = 0; i < requirements.Count; i++)
            ValidateRequirement(requirements[i].Key, requirements[i].Operator, requirements[i].Values?.Count ?? 0, path.Child("requirements").Index(i), errors);
    }

    private static void ValidateForm(string? raw, int requirements, FieldPath path, FieldErrors errors)
    {
        if (raw is { Length: > 0 } && requirements > 0)
            errors.Invalid(path.Child("rawSelector"), raw, "may not specified at the same time as requirements");
        if (string.IsNullOrEmpty(raw) && requirements == 0)
            errors.Required(path.Child("requirements"), $"when {path} is specified, requirements or rawSelector is required");
    }

    /// <summary>Operators that only newer clients know are let through.</summary>
    private static void ValidateRequirement(string? key, string? operation, int values, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(key))
            errors.Required(path.Child("key"), "must be specified");
        if (operation is "In" or "NotIn" && values == 0)
            errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
        if (operation is "Exists" or "DoesNotExist" && values > 0)
            errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
    }
}
