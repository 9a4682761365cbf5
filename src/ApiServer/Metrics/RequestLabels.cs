using CloudletK8s.ApiServer.Requests;

namespace CloudletK8s.ApiServer.Metrics;

/// <summary>What the metrics say of a request; filled in as it becomes known.</summary>
internal sealed class RequestLabels
{
    public string Verb { get; private set; } = "";

    public string Group { get; private set; } = "";

    public string Version { get; private set; } = "";

    public string Resource { get; private set; } = "";

    public string Subresource { get; private set; } = "";

    public string Scope { get; private set; } = "";

    public void Set(string verb, RequestPath path)
    {
        Verb = verb.ToUpperInvariant();
        Group = path.Group;
        Version = path.Version;
        Resource = path.Resource;
        Subresource = path.Subresource;
        Scope = path.Name.Length > 0 ? "resource" : path.Namespace.Length > 0 ? "namespace" : "cluster";
    }

    public void SetPath(string path)
    {
        Verb = "GET";
        Subresource = path;
    }
}
