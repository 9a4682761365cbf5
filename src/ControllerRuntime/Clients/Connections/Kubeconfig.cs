using System.Security.Cryptography.X509Certificates;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Yaml;

namespace CloudletK8s.ControllerRuntime.Clients.Connections;

/// <summary>Reads a kubeconfig file. What it asks for and is not supported here (exec plugins, skipping TLS checks) is refused, not ignored.</summary>
public static class Kubeconfig
{
    private static readonly string[] Unsupported = ["exec", "auth-provider", "username", "as"];

    /// <param name="context">Null: the current one.</param>
    /// <exception cref="FormatException">The file does not say how to reach a server, or in a way that is not supported.</exception>
    public static ConnectionSettings Read(string file, string? context = null)
    {
        var config = YamlTreeReader.ReadAny(File.ReadAllBytes(file)).Tree ?? throw new FormatException($"{file} is no kubeconfig");
        var directory = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var name = context ?? config.Text("current-context") ?? "";
        var chosen = Entry(config, "contexts", "context", name);
        var cluster = Entry(config, "clusters", "cluster", chosen.Text("cluster") ?? "");
        var user = chosen.Text("user") is { Length: > 0 } userName ? Entry(config, "users", "user", userName) : new TreeObject();
        if (cluster.Flag("insecure-skip-tls-verify") == true)
            throw new FormatException("insecure-skip-tls-verify is not supported: give the server's certificate authority");
        if (Unsupported.FirstOrDefault(user.Has) is { } unsupported)
            throw new FormatException($"users with {unsupported} are not supported: give a token or a client certificate");

        return new(new Uri(cluster.Text("server") ?? throw new FormatException($"the cluster of the context \"{name}\" has no server")))
        {
            Authorities = Authorities(Pem(cluster, "certificate-authority", directory)),
            ServerName = cluster.Text("tls-server-name") ?? "",
            ClientCertificate = Certificate(Pem(user, "client-certificate", directory), Pem(user, "client-key", directory)),
            Token = user.Text("token") ?? "",
            TokenFile = user.Text("tokenFile") is { Length: > 0 } tokenFile ? Path.Combine(directory, tokenFile) : "",
            Namespace = chosen.Text("namespace") is { Length: > 0 } inNamespace ? inNamespace : "default",
        };
    }

    private static TreeObject Entry(TreeObject config, string list, string member, string name)
    {
        foreach (var entry in config.List(list)?.Objects() ?? [])
        {
            if (entry.Text("name") == name)
                return entry.Object(member) ?? new TreeObject();
        }

        throw new FormatException($"there is no \"{name}\" among the {list}");
    }

    /// <summary>The data member wins over the file, as in Kubernetes.</summary>
    private static string Pem(TreeObject entry, string member, string directory)
    {
        if (entry.Text(member + "-data") is { Length: > 0 } data)
            return Encoding.ASCII.GetString(Convert.FromBase64String(data));

        return entry.Text(member) is { Length: > 0 } file ? File.ReadAllText(Path.Combine(directory, file)) : "";
    }

    private static X509Certificate2Collection Authorities(string pem)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(pem);
        return authorities;
    }

    private static X509Certificate2? Certificate(string certificate, string key) =>
        certificate.Length > 0 && key.Length > 0 ? X509Certificate2.CreateFromPem(certificate, key) : null;
}
