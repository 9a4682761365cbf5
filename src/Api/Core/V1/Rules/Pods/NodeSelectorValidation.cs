using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Selectors of nodes by labels and by name, in pods as in volumes.</summary>
public static class NodeSelectorValidation
{
    private const string NameField = "metadata.name";

    public static void Validate(NodeSelector selector, FieldPath path, FieldErrors errors, bool allowInvalidValues = false)
    {
        var terms = selector.NodeSelectorTerms ?? [];
        if (terms.Count == 0)
            errors.Required(path.Child("nodeSelectorTerms"), "must have at least one node selector term");

        for (var i = 0; i < terms.Count; i++)
            Validate(terms[i], path.Child("nodeSelectorTerms").Index(i), errors, allowInvalidValues);
    }

    public static void Validate(NodeSelectorTerm term, FieldPath path, FieldErrors errors, bool allowInvalidValues = false)
    {
        for (var i = 0; i < term.MatchExpressions?.Count; i++)
            ValidateLabels(term.MatchExpressions[i], path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
        for (var i = 0; i < term.MatchFields?.Count; i++)
            ValidateFields(term.MatchFields[i], path.Child("matchFields").Index(i), errors);
    }

    private static void ValidateLabels(NodeSelectorRequirement requirement, FieldPath path, FieldErrors errors, bool allowInvalidValues)
    {
        var values = requirement.Values ?? [];
        switch (requirement.Operator)
        {
            case "In" or "NotIn":
                if (values.Count == 0)
                    errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case "Exists" or "DoesNotExist":
                if (values.Count > 0)
                    errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            case "Gt" or "Lt":
                if (values.Count != 1)
                    errors.Required(path.Child("values"), "must be specified single value when `operator` is 'Lt' or 'Gt'");
                break;
            default:
                errors.Invalid(path.Child("operator"), requirement.Operator ?? "", "not a valid selector operator");
                break;
        }

        var key = requirement.Key ?? "";
        if (QualifiedNames.Name(key) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("key"), key, wrong);
        for (var i = 0; !allowInvalidValues && i < values.Count; i++)
        {
            if (QualifiedNames.LabelValue(values[i]) is { Count: > 0 } messages)
                errors.Invalid(path.Child("values").Index(i), values[i], messages);
        }
    }

    private static void ValidateFields(NodeSelectorRequirement requirement, FieldPath path, FieldErrors errors)
    {
        var values = requirement.Values ?? [];
        if (requirement.Operator is not ("In" or "NotIn"))
            errors.Invalid(path.Child("operator"), requirement.Operator ?? "", "not a valid selector operator");
        else if (values.Count != 1)
            errors.Required(path.Child("values"), "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");

        if (requirement.Key != NameField)
        {
            errors.Invalid(path.Child("key"), requirement.Key ?? "", "not a valid field selector key");
            return;
        }

        for (var i = 0; i < values.Count; i++)
            errors.Invalid(path.Child("values").Index(i), values[i], DnsNames.Subdomain(values[i]));
    }
}
