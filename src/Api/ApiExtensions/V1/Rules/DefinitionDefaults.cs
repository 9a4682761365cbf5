using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

internal static class DefinitionDefaults
{
    private const int WebhookPort = 443;

    public static void Apply(TreeObject definition)
    {
        if (definition.Object("spec") is not { } spec)
            return;

        if (spec.Object("names") is { } names && names.Text("kind") is { Length: > 0 } kind)
        {
            if (string.IsNullOrEmpty(names.Text("singular")))
                names.Set("singular", kind.ToLowerInvariant());
            if (string.IsNullOrEmpty(names.Text("listKind")))
                names.Set("listKind", kind + "List");
        }

        var conversion = spec.ObjectOrNew("conversion");
        if (string.IsNullOrEmpty(conversion.Text("strategy")))
            conversion.Set("strategy", "None");
        if (conversion.Object("webhook")?.Object("clientConfig", "service") is { } service && !service.Has("port"))
            service.Set("port", WebhookPort);
    }
}
