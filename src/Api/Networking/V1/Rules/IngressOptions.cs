using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Networking.V1.Rules;

/// <summary>What an older ingress has may stay although it could not be created today.</summary>
internal sealed record IngressOptions
{
    public static IngressOptions Strict { get; } = new();

    public bool AllowInvalidSecretName { get; init; }

    public bool AllowInvalidWildcardRule { get; init; }

    public static IngressOptions Of(IngressSpec old) => new()
    {
        AllowInvalidSecretName = old.Tls?.Any(tls => tls.SecretName is { Length: > 0 } name && DnsNames.Subdomain(name).Count > 0) == true,
        AllowInvalidWildcardRule = old.Rules?.Any(HasInvalidWildcardRule) == true,
    };

    private static bool HasInvalidWildcardRule(IngressRule rule)
    {
        if (rule.Host?.Contains('*') != true || rule.Http is null)
            return false;

        var errors = new FieldErrors();
        IngressValidation.ValidateHttp(rule.Http, FieldPath.Root("http"), errors);
        return errors.Any;
    }
}
