using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>Paths of the metrics APIs, which look like resources and are none.</summary>
internal static class MetricCalls
{
    /// <summary>A metric of the objects of a resource: ".../namespaces/x/pods/*/requests-per-second".</summary>
    public static ApiCall Custom(string inNamespace, string resource, string name, string metric, IReadOnlyList<KeyValuePair<string, string>> query) =>
        Call("custom.metrics.k8s.io", "v1beta2", inNamespace, resource, name, metric, query, RecordSchemas.Of<CustomMetricValueList>());

    public static ApiCall External(string inNamespace, string metric, IReadOnlyList<KeyValuePair<string, string>> query) =>
        Call("external.metrics.k8s.io", "v1beta1", inNamespace, metric, "", "", query, RecordSchemas.Of<ExternalMetricValueList>());

    private static ApiCall Call(
        string group, string version, string inNamespace, string plural, string name, string subresource,
        IReadOnlyList<KeyValuePair<string, string>> query, Schema answer) => new()
    {
        Kind = new()
        {
            Group = group,
            Version = version,
            Kind = "MetricValueList",
            Plural = plural,
            Singular = plural,
            ListKind = "MetricValueList",
            Namespaced = true,
            Schema = answer,
            StorageApiVersion = $"{group}/{version}",
        },
        Verb = name.Length > 0 ? "get" : "list",
        Namespace = inNamespace,
        Name = name,
        Subresource = subresource,
        Query = query,
        Answer = answer,
    };
}
