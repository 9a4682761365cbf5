using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Networking.V1.Rules;

internal static class IngressClassValidation
{
    private const int ControllerLength = 250;

    public static void Validate(IngressClassSpec spec, FieldPath path, FieldErrors errors)
    {
        if (Wording.IsLonger(spec.Controller ?? "", ControllerLength))
            errors.TooLong(path.Child("controller"), ControllerLength);
        DomainPaths.Check(spec.Controller, path.Child("controller"), errors);
        if (spec.Parameters is not null)
            ValidateParameters(spec.Parameters, path.Child("parameters"), errors);
    }

    public static void ValidateSegment(string? value, FieldPath parent, string name, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
            errors.Required(parent.Child(name));
        else
            errors.Invalid(parent.Child(name), value, Names.PathSegment(value, prefix: false));
    }

    private static void ValidateParameters(IngressClassParametersReference parameters, FieldPath path, FieldErrors errors)
    {
        if (parameters.ApiGroup is { } group)
            errors.Invalid(path.Child("apiGroup"), group, DnsNames.Subdomain(group));
        ValidateSegment(parameters.Kind, path, "kind", errors);
        ValidateSegment(parameters.Name, path, "name", errors);

        switch (parameters.Scope)
        {
            case null:
                errors.Required(path.Child("scope"));
                break;
            case "Namespace" when parameters.Namespace is null:
                errors.Required(path.Child("namespace"), "`parameters.scope` is set to 'Namespace'");
                break;
            case "Namespace":
                errors.Invalid(path.Child("namespace"), parameters.Namespace, DnsNames.Label(parameters.Namespace));
                break;
            case "Cluster":
                if (parameters.Namespace is not null)
                    errors.Forbidden(path.Child("namespace"), "`parameters.scope` is set to 'Cluster'");
                break;
            default:
                errors.NotSupported(path.Child("scope"), parameters.Scope, ["Cluster", "Namespace"]);
                break;
        }
    }
}
