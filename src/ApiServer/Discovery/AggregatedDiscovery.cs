using System.Text.Json;
using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>All groups, versions and resources in one document.</summary>
internal static class AggregatedDiscovery
{
    public static string ContentType(string version) => $"application/json;g=apidiscovery.k8s.io;v={version};as=APIGroupDiscoveryList";

    /// <param name="version">Of apidiscovery.k8s.io: v2 or v2beta1, which look the same.</param>
    public static Document Of(IEnumerable<ServedGroup> groups, string version) => DiscoveryJson.Write(
        json =>
        {
            json.WriteString("kind", "APIGroupDiscoveryList");
            json.WriteString("apiVersion", $"apidiscovery.k8s.io/{version}");
            json.WriteStartObject("metadata");
            json.WriteEndObject();
            json.WriteStartArray("items");
            foreach (var group in groups)
                WriteGroup(json, group);
            json.WriteEndArray();
        },
        ContentType(version));

    private static void WriteGroup(Utf8JsonWriter json, ServedGroup group)
    {
        json.WriteStartObject();
        json.WriteStartObject("metadata");
        if (group.Name.Length > 0)
            json.WriteString("name", group.Name);
        json.WriteNull("creationTimestamp");
        json.WriteEndObject();
        json.WriteStartArray("versions");
        foreach (var version in group.Versions)
        {
            json.WriteStartObject();
            json.WriteString("version", version.Name);
            json.WriteStartArray("resources");
            foreach (var kind in version.Kinds)
                WriteResource(json, kind);
            json.WriteEndArray();
            json.WriteString("freshness", "Current");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, KindInfo kind)
    {
        json.WriteStartObject();
        json.WriteString("resource", kind.Plural);
        WriteKind(json, kind.ApiVersion, kind.Kind);
        json.WriteString("scope", kind.Namespaced ? "Namespaced" : "Cluster");
        json.WriteString("singularResource", kind.Singular);
        DiscoveryJson.Strings(json, "verbs", kind.Verbs);
        DiscoveryJson.StringsIfAny(json, "shortNames", kind.ShortNames);
        DiscoveryJson.StringsIfAny(json, "categories", kind.Categories);
        if (kind.Subresources.Count > 0)
        {
            json.WriteStartArray("subresources");
            foreach (var subresource in kind.Subresources.OrderBy(sub => sub.Name, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("subresource", subresource.Name);
                WriteKind(json, subresource.ApiVersion, ConnectKinds.Name(kind, subresource));
                DiscoveryJson.Strings(json, "verbs", subresource.Verbs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter json, string apiVersion, string kind)
    {
        var slash = apiVersion.IndexOf('/');
        json.WriteStartObject("responseKind");
        json.WriteString("group", slash < 0 ? "" : apiVersion[..slash]);
        json.WriteString("version", apiVersion[(slash + 1)..]);
        json.WriteString("kind", kind);
        json.WriteEndObject();
    }
}
