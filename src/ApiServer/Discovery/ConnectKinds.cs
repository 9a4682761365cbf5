using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>What discovery calls the thing that a subresource answers with.</summary>
internal static class ConnectKinds
{
    private static readonly Dictionary<(string Plural, string Subresource), string> Options = new()
    {
        [("pods", "attach")] = "PodAttachOptions",
        [("pods", "exec")] = "PodExecOptions",
        [("pods", "portforward")] = "PodPortForwardOptions",
        [("pods", "proxy")] = "PodProxyOptions",
        [("services", "proxy")] = "ServiceProxyOptions",
        [("nodes", "proxy")] = "NodeProxyOptions",
    };

    public static bool Has(KindInfo kind, SubresourceInfo subresource) =>
        kind.Group.Length == 0 && Options.ContainsKey((kind.Plural, subresource.Name));

    public static string Name(KindInfo kind, SubresourceInfo subresource) =>
        kind.Group.Length == 0 && Options.TryGetValue((kind.Plural, subresource.Name), out var options) ? options : subresource.Kind;
}
