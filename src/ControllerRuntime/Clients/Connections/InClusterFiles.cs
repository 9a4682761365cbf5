using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.ControllerRuntime.Clients.Connections;

/// <summary>What every pod is given to reach the API server with.</summary>
public static class InClusterFiles
{
    public const string Directory = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <param name="variable">Reads an environment variable.</param>
    /// <returns>Null outside of a cluster.</returns>
    public static ConnectionSettings? Read(Func<string, string?> variable, string directory = Directory)
    {
        var (host, port) = (variable("KUBERNETES_SERVICE_HOST"), variable("KUBERNETES_SERVICE_PORT"));
        if (string.IsNullOrEmpty(host) || string.IsNullOrEmpty(port))
            return null;

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(Path.Combine(directory, "ca.crt"));
        var inNamespace = Path.Combine(directory, "namespace");
        var address = host.Contains(':') ? $"[{host}]" : host;
        return new(new Uri($"https://{address}:{port}"))
        {
            Authorities = authorities,
            TokenFile = Path.Combine(directory, "token"),
            Namespace = File.Exists(inNamespace) ? File.ReadAllText(inNamespace).Trim() : "default",
        };
    }
}
