using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

internal static class MatchResourcesValidation
{
    public static void Validate(MatchResources? resources, FieldPath path, FieldErrors errors)
    {
        if (resources is null)
            return;

        AdmissionFields.MatchPolicy.CheckRequired(resources.MatchPolicy, path, "matchPolicy", errors);
        if (resources.NamespaceSelector is null)
            errors.Required(path.Child("namespaceSelector"));
        LabelSelectorValidation.Validate(resources.NamespaceSelector, path.Child("namespaceSelector"), errors);
        if (resources.ObjectSelector is null)
            errors.Required(path.Child("objectSelector"));
        LabelSelectorValidation.Validate(resources.ObjectSelector, path.Child("objectSelector"), errors);

        for (var i = 0; i < resources.ResourceRules?.Count; i++)
            RuleValidation.Validate(resources.ResourceRules[i], path.Child("resourceRules").Index(i), errors);
        for (var i = 0; i < resources.ExcludeResourceRules?.Count; i++)
            RuleValidation.Validate(resources.ExcludeResourceRules[i], path.Child("excludeResourceRules").Index(i), errors);
    }
}
