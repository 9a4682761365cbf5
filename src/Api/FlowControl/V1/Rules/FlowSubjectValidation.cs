using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.FlowControl.V1.Rules;

internal static class FlowSubjectValidation
{
    public static void Validate(Subject subject, FieldPath path, FieldErrors errors)
    {
        switch (subject.Kind)
        {
            case "ServiceAccount":
                ValidateServiceAccount(subject.ServiceAccount, path.Child("serviceAccount"), errors);
                ForbidUser(subject, path, errors);
                ForbidGroup(subject, path, errors);
                break;
            case "User":
                ValidateName(subject.User is not null, subject.User?.Name, path.Child("user"), "user is required when subject kind is 'User'", errors);
                ForbidServiceAccount(subject, path, errors);
                ForbidGroup(subject, path, errors);
                break;
            case "Group":
                ValidateName(subject.Group is not null, subject.Group?.Name, path.Child("group"), "group is required when subject kind is 'Group'", errors);
                ForbidServiceAccount(subject, path, errors);
                ForbidUser(subject, path, errors);
                break;
            default:
                errors.NotSupported(path.Child("kind"), subject.Kind ?? "", ["Group", "ServiceAccount", "User"]);
                break;
        }
    }

    private static void ValidateServiceAccount(ServiceAccountSubject? account, FieldPath path, FieldErrors errors)
    {
        if (account is null)
        {
            errors.Required(path, "serviceAccount is required when subject kind is 'ServiceAccount'");
            return;
        }

        if (string.IsNullOrEmpty(account.Name))
            errors.Required(path.Child("name"));
        else if (account.Name != "*")
            errors.Invalid(path.Child("name"), account.Name, DnsNames.Subdomain(account.Name));

        if (string.IsNullOrEmpty(account.Namespace))
            errors.Required(path.Child("namespace"), "must specify namespace for service account");
        else
            errors.Invalid(path.Child("namespace"), account.Namespace, DnsNames.Label(account.Namespace));
    }

    private static void ValidateName(bool given, string? name, FieldPath path, string missing, FieldErrors errors)
    {
        if (!given)
            errors.Required(path, missing);
        else if (string.IsNullOrEmpty(name))
            errors.Required(path.Child("name"));
    }

    private static void ForbidUser(Subject subject, FieldPath path, FieldErrors errors)
    {
        if (subject.User is not null)
            errors.Forbidden(path.Child("user"), "user is forbidden when subject kind is not 'User'");
    }

    private static void ForbidGroup(Subject subject, FieldPath path, FieldErrors errors)
    {
        if (subject.Group is not null)
            errors.Forbidden(path.Child("group"), "group is forbidden when subject kind is not 'Group'");
    }

    private static void ForbidServiceAccount(Subject subject, FieldPath path, FieldErrors errors)
    {
        if (subject.ServiceAccount is not null)
            errors.Forbidden(path.Child("serviceAccount"), "serviceAccount is forbidden when subject kind is not 'ServiceAccount'");
    }
}
