namespace CloudletK8s.Api.Schemas;

/// <summary>The OpenAPI names of the records: clients find a kind's definition by them.</summary>
public static class DefinitionNames
{
    private const string Root = "CloudletK8s.Api.";

    private static readonly Dictionary<string, string> Special = new()
    {
        ["Meta"] = "io.k8s.apimachinery.pkg.apis.meta.",
        ["ApiExtensions"] = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.",
        ["ApiRegistration"] = "io.k8s.kube-aggregator.pkg.apis.apiregistration.",
        ["Nodes"] = "io.k8s.api.node.",
        ["Metrics"] = "io.k8s.metrics.pkg.apis.metrics.",
    };

    public static string Of(Type record)
    {
        var parts = record.Namespace![Root.Length..].Split('.');
        var prefix = Special.GetValueOrDefault(parts[0]) ?? $"io.k8s.api.{parts[0].ToLowerInvariant()}.";
        return $"{prefix}{parts[1].ToLowerInvariant()}.{record.Name}";
    }
}
