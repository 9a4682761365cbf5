using System.Net;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Bootstrap;

/// <summary>How pods find this API server.</summary>
internal static class KubernetesService
{
    private const string Name = "kubernetes";
    private const int DefaultPort = 6443;

    public static StandardObject Service(string clusterIP, Uri? advertised)
    {
        var port = new TreeObject();
        port.Set("name", "https");
        port.Set("protocol", "TCP");
        port.Set("port", 443);
        port.Set("targetPort", advertised?.Port ?? DefaultPort);
        var spec = new TreeObject();
        spec.Set("ports", new TreeList([port]));
        spec.Set("clusterIP", clusterIP);
        spec.Set("clusterIPs", TreeList.OfTexts([clusterIP]));
        spec.Set("type", "ClusterIP");
        spec.Set("sessionAffinity", "None");
        spec.Set("ipFamilies", TreeList.OfTexts([Family(clusterIP)]));
        spec.Set("ipFamilyPolicy", "SingleStack");
        spec.Set("internalTrafficPolicy", "Cluster");
        var obj = StandardObject.Named("v1", "Service", Name, "default");
        obj.Object("metadata")!.Set("labels", new TreeObject { ["component"] = new TreeText("apiserver"), ["provider"] = new TreeText(Name) });
        obj.Set("spec", spec);
        obj.Set("status", new TreeObject { ["loadBalancer"] = new TreeObject() });
        return new("services", obj);
    }

    /// <summary>Where the service leads. Nothing when the address is a name, which endpoints cannot hold.</summary>
    public static IEnumerable<StandardObject> Endpoints(Uri? advertised)
    {
        if (advertised is null || !IPAddress.TryParse(advertised.Host.Trim('[', ']'), out var address))
            yield break;

        var text = address.ToString();
        var endpoints = StandardObject.Named("v1", "Endpoints", Name, "default");
        endpoints.Object("metadata")!.Set("labels", new TreeObject { ["endpointslice.kubernetes.io/skip-mirror"] = new TreeText("true") });
        endpoints.Set("subsets", new TreeList([new TreeObject
        {
            ["addresses"] = new TreeList([new TreeObject { ["ip"] = new TreeText(text) }]),
            ["ports"] = new TreeList([Port(advertised.Port)]),
        }]));
        yield return new("endpoints", endpoints);

        var slice = StandardObject.Named("discovery.k8s.io/v1", "EndpointSlice", Name, "default");
        var metadata = slice.Object("metadata")!;
        metadata.Set("generation", 1);
        metadata.Set("labels", new TreeObject { ["kubernetes.io/service-name"] = new TreeText(Name) });
        slice.Set("addressType", Family(text));
        slice.Set("endpoints", new TreeList([new TreeObject
        {
            ["addresses"] = TreeList.OfTexts([text]),
            ["conditions"] = new TreeObject { ["ready"] = TreeFlag.True },
        }]));
        slice.Set("ports", new TreeList([Port(advertised.Port)]));
        yield return new("endpointslices.discovery.k8s.io", slice);
    }

    private static TreeObject Port(int number)
    {
        var port = new TreeObject();
        port.Set("name", "https");
        port.Set("port", number);
        port.Set("protocol", "TCP");
        return port;
    }

    private static string Family(string address) => address.Contains(':') ? "IPv6" : "IPv4";
}
