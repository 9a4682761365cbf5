using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Networking.V1.Rules;

internal static class IngressValidation
{
    private static readonly EnumField PathTypes = EnumField.Of<HTTPIngressPath>("pathType");
    private static readonly string[] BadSequences = ["//", "/./", "/../", "%2f", "%2F"];
    private static readonly string[] BadSuffixes = ["/..", "/."];

    public static void Validate(IngressSpec spec, FieldPath path, IngressOptions options, FieldErrors errors)
    {
        if (spec.Rules is not { Count: > 0 } && spec.DefaultBackend is null)
            errors.Invalid(path, new ShownAs("[]networking.IngressRule(nil)"), "either `defaultBackend` or `rules` must be specified");
        if (spec.DefaultBackend is not null)
            ValidateBackend(spec.DefaultBackend, path.Child("defaultBackend"), errors);
        for (var i = 0; i < spec.Rules?.Count; i++)
            ValidateRule(spec.Rules[i], path.Child("rules").Index(i), options, errors);
        for (var i = 0; i < spec.Tls?.Count; i++)
            ValidateTls(spec.Tls[i], path.Child("tls").Index(i), options, errors);
        if (spec.IngressClassName is { } name)
            errors.Invalid(path.Child("ingressClassName"), name, DnsNames.Subdomain(name));
    }

    public static void ValidateHttp(HTTPIngressRuleValue http, FieldPath path, FieldErrors errors)
    {
        var paths = http.Paths ?? [];
        if (paths.Count == 0)
            errors.Required(path.Child("paths"));
        for (var i = 0; i < paths.Count; i++)
            ValidatePath(paths[i], path.Child("paths").Index(i), errors);
    }

    public static void ValidateStatus(IngressLoadBalancerStatus status, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < status.Ingress?.Count; i++)
        {
            var at = path.Child("ingress").Index(i);
            if (status.Ingress[i].Ip is { Length: > 0 } ip)
                errors.Invalid(at.Child("ip"), ip, IpAddresses.Address(ip));
            if (status.Ingress[i].Hostname is not { Length: > 0 } host)
                continue;

            errors.Invalid(at.Child("hostname"), host, DnsNames.Subdomain(host));
            if (IpAddresses.IsAddress(host))
                errors.Invalid(at.Child("hostname"), host, "must be a DNS name, not an IP address");
        }
    }

    private static void ValidateRule(IngressRule rule, FieldPath path, IngressOptions options, FieldErrors errors)
    {
        var wildcard = false;
        if (rule.Host is { Length: > 0 } host)
        {
            if (IpAddresses.IsAddress(host))
                errors.Invalid(path.Child("host"), host, "must be a DNS name, not an IP address");
            wildcard = host.Contains('*');
            errors.Invalid(path.Child("host"), host, wildcard ? DnsNames.WildcardSubdomain(host) : DnsNames.Subdomain(host));
        }

        if (rule.Http is not null && !(wildcard && options.AllowInvalidWildcardRule))
            ValidateHttp(rule.Http, path.Child("http"), errors);
    }

    private static void ValidateTls(IngressTLS tls, FieldPath path, IngressOptions options, FieldErrors errors)
    {
        for (var i = 0; i < tls.Hosts?.Count; i++)
        {
            var host = tls.Hosts[i];
            errors.Invalid(path.Child("hosts").Index(i), host, host.Contains('*') ? DnsNames.WildcardSubdomain(host) : DnsNames.Subdomain(host));
        }

        if (tls.SecretName is { Length: > 0 } secret && !options.AllowInvalidSecretName)
            errors.Invalid(path.Child("secretName"), secret, DnsNames.Subdomain(secret));
    }

    private static void ValidatePath(HTTPIngressPath rule, FieldPath path, FieldErrors errors)
    {
        if (rule.PathType is not { } type)
        {
            errors.Required(path.Child("pathType"), "pathType must be specified");
            return;
        }

        var value = rule.Path ?? "";
        if (type is "Exact" or "Prefix")
            ValidateExactPath(value, path.Child("path"), errors);
        else if (type != "ImplementationSpecific")
            errors.NotSupported(path.Child("pathType"), type, PathTypes.Values);
        else if (value.Length > 0 && value[0] != '/')
            errors.Invalid(path.Child("path"), value, "must be an absolute path");

        ValidateBackend(rule.Backend ?? new(), path.Child("backend"), errors);
    }

    private static void ValidateExactPath(string value, FieldPath path, FieldErrors errors)
    {
        if (!value.StartsWith('/'))
            errors.Invalid(path, value, "must be an absolute path");
        foreach (var sequence in BadSequences)
        {
            if (value.Contains(sequence, StringComparison.Ordinal))
                errors.Invalid(path, value, $"must not contain '{sequence}'");
        }

        foreach (var suffix in BadSuffixes)
        {
            if (value.EndsWith(suffix, StringComparison.Ordinal))
                errors.Invalid(path, value, $"cannot end with '{suffix}'");
        }
    }

    private static void ValidateBackend(IngressBackend backend, FieldPath path, FieldErrors errors)
    {
        switch (backend)
        {
            case { Resource: not null, Service: not null }:
                errors.Invalid(path, "", "cannot set both resource and service backends");
                break;
            case { Resource: { } resource }:
                ValidateResource(resource, path.Child("resource"), errors);
                break;
            case { Service: { } service }:
                ValidateService(service, path, errors);
                break;
            default:
                errors.Invalid(path, "", "resource or service backend is required");
                break;
        }
    }

    private static void ValidateService(IngressServiceBackend service, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(service.Name))
            errors.Required(path.Child("service", "name"));
        else
            errors.Invalid(path.Child("service", "name"), service.Name, DnsNames.Dns1035Label(service.Name));

        var number = service.Port?.Number ?? 0;
        var port = path.Child("service", "port");
        if (service.Port?.Name is not { Length: > 0 } name)
        {
            if (number == 0)
                errors.Required(path, "port name or number is required");
            else
                errors.Invalid(port.Child("number"), number, Ports.Number(number));
        }
        else if (number != 0)
        {
            errors.Invalid(path, "", "cannot set both port name & port number");
        }
        else
        {
            errors.Invalid(port.Child("name"), name, Ports.Name(name));
        }
    }

    private static void ValidateResource(TypedLocalObjectReference reference, FieldPath path, FieldErrors errors)
    {
        if (reference.ApiGroup is { } group)
            errors.Invalid(path.Child("apiGroup"), group, DnsNames.Subdomain(group));
        IngressClassValidation.ValidateSegment(reference.Kind, path, "kind", errors);
        IngressClassValidation.ValidateSegment(reference.Name, path, "name", errors);
    }
}
