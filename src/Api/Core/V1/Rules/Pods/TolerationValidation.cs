using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

public static class TolerationValidation
{
    public static void Validate(IReadOnlyList<Toleration> tolerations, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < tolerations.Count; i++)
            Validate(tolerations[i], path.Index(i), errors);
    }

    private static void Validate(Toleration toleration, FieldPath path, FieldErrors errors)
    {
        var key = toleration.Key ?? "";
        var operation = toleration.Operator ?? "";
        if (key.Length > 0)
            errors.Invalid(path.Child("key"), key, QualifiedNames.Name(key));
        else if (operation != "Exists")
            errors.Invalid(path.Child("operator"), operation, "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");

        if (toleration.TolerationSeconds is not null && toleration.Effect != "NoExecute")
            errors.Invalid(path.Child("effect"), toleration.Effect ?? "", "effect must be 'NoExecute' when `tolerationSeconds` is set");

        ValidateValue(toleration.Value ?? "", operation, path, errors);
        if (!string.IsNullOrEmpty(toleration.Effect))
            PodFields.TaintEffect.Check(toleration.Effect, path, "effect", errors);
    }

    private static void ValidateValue(string value, string operation, FieldPath path, FieldErrors errors)
    {
        switch (operation)
        {
            case "Equal" or "":
                if (QualifiedNames.LabelValue(value) is { Count: > 0 } wrong)
                    errors.Invalid(path.Child("operator"), value, string.Join(';', wrong));
                break;
            case "Exists":
                if (value.Length > 0)
                    errors.Invalid(path.Child("operator"), value, "value must be empty when `operator` is 'Exists'");
                break;
            default:
                PodFields.TolerationOperator.Check(operation, path, "operator", errors);
                break;
        }
    }
}
