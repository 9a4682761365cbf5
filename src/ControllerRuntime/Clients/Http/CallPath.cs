using System.Text;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.ControllerRuntime.Clients.Http;

/// <summary>Where a call goes: path and query, escaped.</summary>
internal static class CallPath
{
    public static string Of(ApiCall call)
    {
        var path = new StringBuilder(call.Kind.Group.Length == 0 ? "/api/" : "/apis/");
        if (call.Kind.Group.Length > 0)
            path.Append(call.Kind.Group).Append('/');

        path.Append(call.Kind.Version);
        if (call.Kind.Namespaced && call.Namespace.Length > 0)
            path.Append("/namespaces/").Append(Uri.EscapeDataString(call.Namespace));

        path.Append('/').Append(call.Kind.Plural);
        if (call.Name.Length > 0)
            path.Append('/').Append(Uri.EscapeDataString(call.Name));
        if (call.Subresource.Length > 0)
            path.Append('/').Append(call.Subresource);

        var separator = '?';
        foreach (var (name, value) in call.Query)
        {
            path.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return path.ToString();
    }
}
