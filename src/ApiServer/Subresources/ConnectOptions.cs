using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Verbs;
using Microsoft.AspNetCore.WebUtilities;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>What a connection is opened with: the options of its query, as the object that admission is shown.</summary>
internal static class ConnectOptions
{
    private static readonly Schema Any = new(SchemaKind.Any);

    private static readonly Dictionary<(string Plural, string Subresource), SubresourceInfo> Kinds = new()
    {
        [("pods", "exec")] = Kind("exec", "PodExecOptions"),
        [("pods", "attach")] = Kind("attach", "PodAttachOptions"),
        [("pods", "portforward")] = Kind("portforward", "PodPortForwardOptions"),
        [("pods", "proxy")] = Kind("proxy", "PodProxyOptions"),
        [("services", "proxy")] = Kind("proxy", "ServiceProxyOptions"),
        [("nodes", "proxy")] = Kind("proxy", "NodeProxyOptions"),
    };

    /// <returns>Null: reading a log opens no connection.</returns>
    public static SubresourceInfo? KindOf(RequestScope scope) => Kinds.GetValueOrDefault((scope.Storage.Plural, scope.Subresource));

    public static TreeObject Read(RequestScope scope, SubresourceInfo kind)
    {
        var options = new TreeObject();
        options.Set("kind", kind.Kind);
        options.Set("apiVersion", kind.ApiVersion);
        foreach (var (name, values) in QueryHelpers.ParseQuery(scope.Request.QueryText))
        {
            switch (name)
            {
                case "stdin" or "stdout" or "stderr" or "tty":
                    options.Set(name, values is not ["false" or "0", ..]);
                    break;
                case "container" or "path":
                    options.Set(name, values[0] ?? "");
                    break;
                case "command":
                    options.Set(name, TreeList.OfTexts(values.OfType<string>()));
                    break;
                case "ports":
                    options.Set(name, new TreeList(values.Select(Port).OfType<Tree>()));
                    break;
            }
        }

        return options;
    }

    private static TreeNumber? Port(string? text) => int.TryParse(text, out var port) ? TreeNumber.Of(port) : null;

    private static SubresourceInfo Kind(string name, string kind) => new(name, [], Any, "v1", kind);
}
