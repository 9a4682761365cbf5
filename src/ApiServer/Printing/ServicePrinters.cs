using System.Globalization;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>The kinds that lead traffic to pods.</summary>
internal static class ServicePrinters
{
    private const int ShownEndpoints = 3;

    public static IEnumerable<(string Resource, KindPrinter Printer)> All() =>
    [
        ("services", Services()),
        ("endpoints", new(
            [TableColumn.NameOf, TableColumn.Text("Endpoints", "The addresses and ports that are ready."), TableColumn.Age],
            (obj, row) => row.Name(obj).Text(Endpoints(obj), Formats.None).Age(obj))),
        ("endpointslices.discovery.k8s.io", EndpointSlices()),
        ("ingresses.networking.k8s.io", Ingresses()),
        ("ingressclasses.networking.k8s.io", IngressClasses()),
        ("networkpolicies.networking.k8s.io", new(
            [TableColumn.NameOf, TableColumn.Text("Pod-Selector", "The labels of the pods that the policy is about."), TableColumn.Age],
            (obj, row) => row.Name(obj).Text(Formats.Selector(obj.Object("spec", "podSelector"))).Age(obj))),
    ];

    private static KindPrinter Services() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Type", "How the service can be reached."),
            TableColumn.Text("Cluster-IP", "Its address inside the cluster."),
            TableColumn.Text("External-IP", "Its addresses outside the cluster."),
            TableColumn.Text("Port(s)", "Its ports, with those on the nodes."),
            TableColumn.Age,
            TableColumn.Wide("Selector", "The labels of the pods behind it."),
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            row.Name(obj)
                .Text(spec?.Text("type"))
                .Text(spec?.Text("clusterIP"), Formats.None)
                .Text(ExternalAddress(spec, obj.Object("status")))
                .Text(string.Join(',', Formats.Objects(spec, "ports").Select(Port)), Formats.None)
                .Age(obj)
                .Text(Formats.Labels(spec?.Object("selector")));
        });

    private static string ExternalAddress(TreeObject? spec, TreeObject? status)
    {
        var external = string.Join(',', Formats.Texts(spec, "externalIPs"));
        switch (spec?.Text("type"))
        {
            case "ClusterIP" or "NodePort":
                return external.Length > 0 ? external : Formats.None;
            case "LoadBalancer":
                var balanced = Formats.LoadBalancer(status);
                return (balanced.Length, external.Length) switch
                {
                    (0, 0) => "<pending>",
                    (0, _) => external,
                    (_, 0) => balanced,
                    _ => $"{balanced},{external}",
                };
            case "ExternalName":
                return spec.Text("externalName") ?? "";
            default:
                return "<unknown>";
        }
    }

    private static string Port(TreeObject port)
    {
        var node = Formats.Whole(port, "nodePort");
        return node > 0
            ? $"{Formats.Whole(port, "port")}:{node}/{port.Text("protocol")}"
            : $"{Formats.Whole(port, "port")}/{port.Text("protocol")}";
    }

    private static string Endpoints(TreeObject obj)
    {
        var shown = new List<string>(ShownEndpoints);
        var count = 0;
        foreach (var subset in Formats.Objects(obj, "subsets"))
        {
            // A subset without ports still has addresses to show.
            IEnumerable<string> ports = Formats.Count(subset, "ports") == 0
                ? [""]
                : Formats.Objects(subset, "ports").Select(port => Formats.Whole(port, "port").ToString(CultureInfo.InvariantCulture));
            foreach (var port in ports)
            {
                foreach (var address in Formats.Objects(subset, "addresses"))
                {
                    count++;
                    if (shown.Count < ShownEndpoints)
                        shown.Add(Joined(address.Text("ip") ?? "", port));
                }
            }
        }

        return Formats.WithMore(shown, count);
    }

    private static string Joined(string address, string port) =>
        port.Length == 0 ? address : address.Contains(':') ? $"[{address}]:{port}" : $"{address}:{port}";

    private static KindPrinter EndpointSlices() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("AddressType", "The family of the addresses."),
            TableColumn.Text("Ports", "The ports of the endpoints."),
            TableColumn.Text("Endpoints", "The addresses of the endpoints."),
            TableColumn.Age,
        ],
        (obj, row) =>
        {
            var ports = Formats.Objects(obj, "ports").Select(port => Formats.Scalar(port, "port") ?? "*").ToList();
            var addresses = Formats.Objects(obj, "endpoints").SelectMany(endpoint => Formats.Texts(endpoint, "addresses")).ToList();
            row.Name(obj)
                .Text(obj.Text("addressType"))
                .Text(Formats.WithMore([.. ports.Take(ShownEndpoints)], ports.Count), Formats.Unset)
                .Text(Formats.WithMore([.. addresses.Take(ShownEndpoints)], addresses.Count), Formats.Unset)
                .Age(obj);
        });

    private static KindPrinter Ingresses() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Class", "The kind of controller that serves it."),
            TableColumn.Text("Hosts", "The hosts whose requests it leads on."),
            TableColumn.Text("Address", "Where it can be reached."),
            TableColumn.Text("Ports", "The ports that it opens."),
            TableColumn.Age,
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            row.Name(obj)
                .Text(spec?.Text("ingressClassName"), Formats.None)
                .Text(Hosts(spec))
                .Text(Formats.LoadBalancer(obj.Object("status")))
                .Text(Formats.Count(spec, "tls") > 0 ? "80, 443" : "80")
                .Age(obj);
        });

    private static string Hosts(TreeObject? spec)
    {
        var shown = new List<string>(ShownEndpoints);
        var rules = Formats.Objects(spec, "rules").ToList();
        var more = false;
        foreach (var rule in rules)
        {
            more |= shown.Count == ShownEndpoints;
            if (!more && rule.Text("host") is { Length: > 0 } host)
                shown.Add(host);
        }

        return shown.Count == 0 ? "*" : Formats.WithMore(shown, more ? rules.Count : shown.Count);
    }

    private static KindPrinter IngressClasses() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Controller", "Which controller is responsible."),
            TableColumn.Text("Parameters", "The object with further settings."),
            TableColumn.Age,
        ],
        (obj, row) => row.Name(obj)
            .Text(obj.Object("spec")?.Text("controller"))
            .Text(Parameters(obj.Object("spec", "parameters")), Formats.None)
            .Age(obj));

    private static string? Parameters(TreeObject? parameters)
    {
        if (parameters is null)
            return null;

        var group = parameters.Text("apiGroup") is { } named ? "." + named : "";
        return $"{parameters.Text("kind")}{group}/{parameters.Text("name")}";
    }
}
