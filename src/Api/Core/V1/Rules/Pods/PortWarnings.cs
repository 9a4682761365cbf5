using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Finds ports of a pod that are defined twice or get in each other's way.</summary>
internal sealed class PortWarnings(IList<string> warnings)
{
    private readonly Dictionary<string, List<(string Path, long HostPort, string HostIP)>> _known = [];

    public void Add(TreeList? ports, string container)
    {
        for (var i = 0; i < ports?.Count; i++)
        {
            if (ports[i] is TreeObject port)
                Add(port, $"{container}.ports[{i}]");
        }
    }

    private void Add(TreeObject port, string path)
    {
        var hostPort = port.Whole("hostPort") ?? 0;
        var hostIP = port.Text("hostIP") ?? "";
        if (hostIP.Length > 0 && hostPort == 0)
            warnings.Add($"{path}: hostIP set without hostPort: {Show(port)}");

        var key = $"{port.Whole("containerPort") ?? 0}/{port.Text("protocol")}";
        if (!_known.TryGetValue(key, out var others))
            _known.Add(key, others = []);

        foreach (var other in others)
        {
            if (hostIP == other.HostIP && hostPort == other.HostPort)
                warnings.Add($"{path}: duplicate port definition with {other.Path}");
            else if (hostPort == 0 || other.HostPort == 0)
                warnings.Add($"{path}: overlapping port definition with {other.Path}");
            else if (hostPort == other.HostPort && hostIP.Length == 0 != (other.HostIP.Length == 0))
                warnings.Add($"{path}: dangerously ambiguous port definition with {other.Path}");
        }

        others.Add((path, hostPort, hostIP));
    }

    /// <summary>As Go prints a structure.</summary>
    private static string Show(TreeObject port) =>
        $"{{Name:{port.Text("name")} HostPort:0 ContainerPort:{port.Whole("containerPort") ?? 0} Protocol:{port.Text("protocol")} HostIP:{port.Text("hostIP")}}}";
}
