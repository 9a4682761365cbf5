using System.Security.Cryptography.X509Certificates;
using YamlDotNet.RepresentationModel;

namespace CloudletK8s.Cloudlet.Bench;

/// <summary>How to reach an API server, from the current context of a kubeconfig.</summary>
internal sealed record Kubeconfig(Uri Server, X509Certificate2? Authority, X509Certificate2? Client, string Token)
{
    public static Kubeconfig Read(string path)
    {
        var yaml = new YamlStream();
        using (var reader = new StreamReader(path))
            yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var context = Named(root, "contexts", Text(root, "current-context"), "context");
        var cluster = Named(root, "clusters", Text(context, "cluster"), "cluster");
        var user = Named(root, "users", Text(context, "user"), "user");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var authority = Material(cluster, "certificate-authority", folder);
        var certificate = Material(user, "client-certificate", folder);
        var key = Material(user, "client-key", folder);
        return new(
            new Uri(Text(cluster, "server")),
            authority is null ? null : X509Certificate2.CreateFromPem(authority),
            certificate is null || key is null ? null : Usable(certificate, key),
            Text(user, "token"));
    }

    // SslStream wants the private key with the certificate, in a form that it can use without a key store.
    private static X509Certificate2 Usable(string certificate, string key)
    {
        using var pem = X509Certificate2.CreateFromPem(certificate, key);
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    private static YamlMappingNode Named(YamlMappingNode root, string list, string name, string member)
    {
        foreach (var entry in ((YamlSequenceNode)root.Children[list]).OfType<YamlMappingNode>())
        {
            if (Text(entry, "name") == name)
                return (YamlMappingNode)entry.Children[member];
        }

        throw new InvalidDataException($"the kubeconfig names {list} \"{name}\", but has no such entry");
    }

    private static string? Material(YamlMappingNode node, string name, string folder)
    {
        if (Text(node, name + "-data") is { Length: > 0 } data)
            return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(data));
        return Text(node, name) is { Length: > 0 } file ? File.ReadAllText(Path.Combine(folder, file)) : null;
    }

    private static string Text(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out var value) && value is YamlScalarNode scalar ? scalar.Value ?? "" : "";
}
