using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Webhooks;

/// <summary>Where a webhook is called (clientConfig): a URL, or a service of the cluster.</summary>
/// <param name="ServiceNamespace">Empty: it is a URL.</param>
/// <param name="CaBundle">PEM, base64; empty: the authorities that the machine trusts.</param>
internal sealed record WebhookTarget(Uri Url, string ServiceNamespace, string ServiceName, int ServicePort, string CaBundle)
{
    private const int DefaultPort = 443;

    public bool IsService => ServiceNamespace.Length > 0;

    /// <returns>Null when it says neither; validation refuses that.</returns>
    public static WebhookTarget? Of(TreeObject? client)
    {
        var bundle = client?.Text("caBundle") ?? "";
        if (client?.Text("url") is { Length: > 0 } url)
            return Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? new(parsed, "", "", 0, bundle) : null;
        if (client?.Object("service") is not { } service)
            return null;

        var (inNamespace, name) = (service.Text("namespace") ?? "", service.Text("name") ?? "");
        var port = (int)(service.Whole("port") ?? DefaultPort);
        var address = $"https://{name}.{inNamespace}.svc:{port}/{service.Text("path")?.TrimStart('/')}";
        return Uri.TryCreate(address, UriKind.Absolute, out var made) ? new(made, inNamespace, name, port, bundle) : null;
    }

    /// <summary>As people know it, with the port where Kubernetes shows it.</summary>
    public string Show(TimeSpan? timeout)
    {
        var url = IsService
            ? $"https://{ServiceName}.{ServiceNamespace}.svc:{ServicePort}{(Url.AbsolutePath == "/" ? "" : Url.AbsolutePath)}"
            : Url.OriginalString;
        return timeout is { } limit ? $"{url}?timeout={Math.Ceiling(limit.TotalSeconds)}s" : url;
    }
}
