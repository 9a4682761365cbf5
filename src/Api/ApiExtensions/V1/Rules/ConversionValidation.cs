using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

internal static class ConversionValidation
{
    private static readonly string[] Strategies = ["None", "Webhook"];

    public static void Check(TreeObject spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Object("conversion") is not { } conversion)
            return;

        var strategy = conversion.Text("strategy") ?? "";
        if (strategy.Length == 0)
            errors.Required(path.Child("strategy"));
        else if (!Strategies.Contains(strategy))
            errors.NotSupported(path.Child("strategy"), strategy, Strategies);

        var webhook = conversion.Object("webhook");
        if (strategy == "Webhook")
            CheckWebhook(webhook ?? new(), path, errors);
        else if (webhook?.Has("clientConfig") == true)
            errors.Forbidden(path.Child("webhookClientConfig"), "should not be set when strategy is not set to Webhook");
        else if (webhook?.List("conversionReviewVersions") is { Count: > 0 })
            errors.Forbidden(path.Child("conversionReviewVersions"), "should not be set when strategy is not set to Webhook");
    }

    private static void CheckWebhook(TreeObject webhook, FieldPath path, FieldErrors errors)
    {
        var at = path.Child("webhookClientConfig");
        if (webhook.Object("clientConfig") is not { } client)
            errors.Required(at, "required when strategy is set to Webhook");
        else if (client.Has("url") == client.Has("service"))
            errors.Required(at, "exactly one of url or service is required");
        else if (client.Text("url") is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme == "https"))
            errors.Invalid(at.Child("url"), url, "'https' is the only allowed URL scheme; desired format: https://host[/path]");

        CheckReviewVersions(webhook.List("conversionReviewVersions")?.Texts().ToArray() ?? [], path.Child("conversionReviewVersions"), errors);
    }

    private static void CheckReviewVersions(string[] versions, FieldPath path, FieldErrors errors)
    {
        if (versions.Length == 0)
        {
            errors.Required(path);
            return;
        }

        for (var i = 0; i < versions.Length; i++)
        {
            if (Array.IndexOf(versions, versions[i]) < i)
                errors.Invalid(path.Index(i), versions[i], "duplicate version");
            else
                errors.Invalid(path.Index(i), versions[i], DnsNames.Dns1035Label(versions[i]));
        }

        if (!versions.Any(version => version is "v1" or "v1beta1"))
            errors.Invalid(path, versions, "must include at least one of v1, v1beta1");
    }
}
