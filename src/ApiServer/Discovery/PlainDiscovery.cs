using System.Text.Json;
using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>Discovery as every client knows it: a document a group and version.</summary>
internal static class PlainDiscovery
{
    public static Document CoreVersions(ServedGroup core, string serverAddress) => DiscoveryJson.Write(json =>
    {
        json.WriteString("kind", "APIVersions");
        DiscoveryJson.Strings(json, "versions", core.Versions.Select(version => version.Name));
        json.WriteStartArray("serverAddressByClientCIDRs");
        json.WriteStartObject();
        json.WriteString("clientCIDR", "0.0.0.0/0");
        json.WriteString("serverAddress", serverAddress);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static Document Groups(IEnumerable<ServedGroup> groups) => DiscoveryJson.Write(json =>
    {
        json.WriteString("kind", "APIGroupList");
        json.WriteString("apiVersion", "v1");
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            WriteGroup(json, group);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static Document Group(ServedGroup group) => DiscoveryJson.Write(json =>
    {
        json.WriteString("kind", "APIGroup");
        json.WriteString("apiVersion", "v1");
        WriteGroup(json, group);
    });

    public static Document Resources(ServedGroup group, ServedVersion version) => DiscoveryJson.Write(json =>
    {
        json.WriteString("kind", "APIResourceList");
        if (group.Name.Length > 0)
            json.WriteString("apiVersion", "v1");
        json.WriteString("groupVersion", group.ApiVersion(version));
        json.WriteStartArray("resources");
        foreach (var kind in version.Kinds)
        {
            WriteResource(json, kind);
            foreach (var subresource in kind.Subresources.OrderBy(sub => sub.Name, StringComparer.Ordinal))
                WriteSubresource(json, kind, subresource);
        }

        json.WriteEndArray();
    });

    private static void WriteGroup(Utf8JsonWriter json, ServedGroup group)
    {
        json.WriteString("name", group.Name);
        json.WriteStartArray("versions");
        foreach (var version in group.Versions)
        {
            json.WriteStartObject();
            WriteVersion(version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("preferredVersion");
        WriteVersion(group.Versions[0]);
        json.WriteEndObject();

        void WriteVersion(ServedVersion version)
        {
            json.WriteString("groupVersion", group.ApiVersion(version));
            json.WriteString("version", version.Name);
        }
    }

    private static void WriteResource(Utf8JsonWriter json, KindInfo kind)
    {
        json.WriteStartObject();
        json.WriteString("name", kind.Plural);
        json.WriteString("singularName", kind.Singular);
        json.WriteBoolean("namespaced", kind.Namespaced);
        json.WriteString("kind", kind.Kind);
        DiscoveryJson.Strings(json, "verbs", kind.Verbs);
        DiscoveryJson.StringsIfAny(json, "shortNames", kind.ShortNames);
        DiscoveryJson.StringsIfAny(json, "categories", kind.Categories);
        if (StorageVersionHash.Of(kind) is { Length: > 0 } hash)
            json.WriteString("storageVersionHash", hash);
        json.WriteEndObject();
    }

    private static void WriteSubresource(Utf8JsonWriter json, KindInfo kind, SubresourceInfo subresource)
    {
        json.WriteStartObject();
        json.WriteString("name", $"{kind.Plural}/{subresource.Name}");
        json.WriteString("singularName", "");
        json.WriteBoolean("namespaced", kind.Namespaced);
        if (subresource.ApiVersion != kind.ApiVersion)
        {
            var slash = subresource.ApiVersion.IndexOf('/');
            json.WriteString("group", slash < 0 ? "" : subresource.ApiVersion[..slash]);
            json.WriteString("version", subresource.ApiVersion[(slash + 1)..]);
        }

        json.WriteString("kind", ConnectKinds.Name(kind, subresource));
        DiscoveryJson.Strings(json, "verbs", subresource.Verbs);
        json.WriteEndObject();
    }
}
