using System.Text;
using CloudletK8s.Api.Discovery.V1;

namespace CloudletK8s.Reconcilers.EndpointSlices;

internal static class SlicePorts
{
    /// <summary>Equal for equal ports in any order: endpoints with the same key share slices.</summary>
    public static string Key(IReadOnlyList<EndpointPort>? ports) => ports switch
    {
        null or { Count: 0 } => "",
        { Count: 1 } => Text(ports[0]),
        _ => string.Join(';', ports.Select(Text).Order(StringComparer.Ordinal)),
    };

    private static string Text(EndpointPort port) =>
        new StringBuilder().Append(port.Name).Append('/').Append(port.Port).Append('/').Append(port.Protocol).Append('/').Append(port.AppProtocol).ToString();
}
