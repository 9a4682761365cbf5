using System.Runtime.CompilerServices;
using CloudletK8s.Api.Kinds;

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

    /// <param name="storage">The kind as it is stored: cells are made from stored objects.</param>
    public static KindPrinter Of(KindInfo storage) => storage.Record is null
        ? Custom.GetValue(storage, static kind => CustomPrinter.Of(kind))
        : BuiltIn.Value.GetValueOrDefault(storage.GroupResource, KindPrinter.Default);
}
