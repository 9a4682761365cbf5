using System.Runtime.CompilerServices;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>The printer of each kind.</summary>
internal static class KindPrinters
{
    private static readonly Lazy<Dictionary<string, KindPrinter>> BuiltIn = new(() =>
        WorkloadPrinters.All()
            .Concat(ServicePrinters.All())
            .Concat(StoragePrinters.All())
            .Concat(AccessPrinters.All())
            .Concat(ClusterPrinters.All())
            .Append(("pods", PodPrinter.Instance))
            .Append(("nodes", NodePrinter.Instance))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2));

    // Lives as long as the definition that the kind comes from.
    private static readonly ConditionalWeakTable<KindInfo, KindPrinter> Custom = [];

    public static KindPrinter Of(ServedResource resource) => Of(resource.IsCustom ? resource.Kind : resource.Storage);

    /// <param name="printed">A built-in kind as it is stored, or a custom one as it is served: its columns may differ by version.</param>
    public static KindPrinter Of(KindInfo printed) => printed.Record is null
        ? Custom.GetValue(printed, static kind => CustomPrinter.Of(kind))
        : BuiltIn.Value.GetValueOrDefault(printed.GroupResource, KindPrinter.Default);
}
