using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

/// <summary>Where a webhook is called: a URL or a service of the cluster.</summary>
public static class WebhookClientValidation
{
    private const string Form = "; desired format: https://host[/path]";

    public static void Validate(WebhookClientConfig client, FieldPath path, FieldErrors errors)
    {
        if (client.Url is null == client.Service is null)
            errors.Required(path, "exactly one of url or service is required");
        else if (client.Url is not null)
            ValidateUrl(client.Url, path.Child("url"), errors);
        else
            ValidateService(client.Service!.Namespace, client.Service.Name, client.Service.Path, client.Service.Port ?? 0, path.Child("service"), errors);
    }

    public static void ValidateUrl(string url, FieldPath path, FieldErrors errors)
    {
        if (!Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var parsed))
        {
            errors.Required(path, "url must be a valid URL: parse \"" + url + "\": invalid URI for request" + Form);
            return;
        }

        var scheme = parsed.IsAbsoluteUri ? parsed.Scheme : "";
        if (scheme != "https")
            errors.Invalid(path, scheme, "'https' is the only allowed URL scheme" + Form);
        if (!parsed.IsAbsoluteUri || parsed.Host.Length == 0)
            errors.Invalid(path, "", "host must be specified" + Form);
        if (parsed is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            errors.Invalid(path, parsed.UserInfo, "user information is not permitted in the URL");
        if (parsed is { IsAbsoluteUri: true, Fragment.Length: > 1 })
            errors.Invalid(path, parsed.Fragment[1..], "fragments are not permitted in the URL");
        if (parsed is { IsAbsoluteUri: true, Query.Length: > 1 })
            errors.Invalid(path, parsed.Query[1..], "query parameters are not permitted in the URL");
    }

    public static void ValidateService(string? namespaceName, string? name, string? urlPath, int port, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
            errors.Required(path.Child("name"), "service name is required");
        if (string.IsNullOrEmpty(namespaceName))
            errors.Required(path.Child("namespace"), "service namespace is required");
        if (!Ports.IsNumber(port))
            errors.Invalid(path.Child("port"), port, "port is not valid: " + string.Join(",", Ports.Number(port)));
        if (urlPath is null)
            return;

        if (!urlPath.StartsWith('/'))
            errors.Invalid(path.Child("path"), urlPath, "must start with a '/'");

        var steps = urlPath.Length > 1 ? urlPath[1..].Split('/') : [];
        for (var i = 0; i < steps.Length; i++)
        {
            // One slash at the end is fine.
            if (steps[i].Length == 0 && i == steps.Length - 1)
                break;
            if (steps[i].Length == 0)
            {
                errors.Invalid(path.Child("path"), urlPath, $"segment[{i}] may not be empty");
                continue;
            }

            errors.Invalid(path.Child("path"), urlPath, [.. DnsNames.Subdomain(steps[i]).Select(wrong => $"segment[{i}]: {wrong}")]);
        }
    }
}
