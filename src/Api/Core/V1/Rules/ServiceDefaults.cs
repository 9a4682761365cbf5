using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal static class ServiceDefaults
{
    private const long ClientIPTimeoutSeconds = 10800;

    public static void Apply(TreeObject service)
    {
        var spec = service.ObjectOrNew("spec");
        ApplyAffinity(spec);
        foreach (var port in spec.List("ports")?.Objects() ?? [])
            ApplyTargetPort(port);

        var type = spec.Text("type");
        if (ServiceTypes.IsExternallyAccessible(spec) && string.IsNullOrEmpty(spec.Text("externalTrafficPolicy")))
            spec.Set("externalTrafficPolicy", "Cluster");
        if (type is "ClusterIP" or "NodePort" or "LoadBalancer" && spec["internalTrafficPolicy"] is not TreeText)
            spec.Set("internalTrafficPolicy", "Cluster");
        if (type == "LoadBalancer")
            ApplyLoadBalancer(spec, service);
    }

    private static void ApplyAffinity(TreeObject spec)
    {
        var affinity = spec.Text("sessionAffinity");
        if (affinity == "None")
        {
            spec.Remove("sessionAffinityConfig");
        }
        else if (affinity == "ClientIP" && spec.Object("sessionAffinityConfig", "clientIP")?.Whole("timeoutSeconds") is null)
        {
            var clientIP = new TreeObject();
            clientIP.Set("timeoutSeconds", ClientIPTimeoutSeconds);
            var config = new TreeObject();
            config.Set("clientIP", clientIP);
            spec.Set("sessionAffinityConfig", config);
        }
    }

    private static void ApplyTargetPort(TreeObject port)
    {
        if (port["targetPort"] is null or TreeNull or { IsZero: true })
            port.Set("targetPort", port.Whole("port") ?? 0);
    }

    private static void ApplyLoadBalancer(TreeObject spec, TreeObject service)
    {
        if (spec.Flag("allocateLoadBalancerNodePorts") is null)
            spec.Set("allocateLoadBalancerNodePorts", true);

        foreach (var ingress in service.Object("status", "loadBalancer")?.List("ingress")?.Objects() ?? [])
        {
            if (!string.IsNullOrEmpty(ingress.Text("ip")) && ingress["ipMode"] is not TreeText)
                ingress.Set("ipMode", "VIP");
        }
    }
}
