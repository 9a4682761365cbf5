using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Conversions;

/// <summary>Turns an object of a kind into the same object in another version of its kind's group (or the group it moved to).</summary>
public static class KindConversions
{
    private static readonly Dictionary<(string Kind, string From, string To), Func<TreeObject, TreeObject>> Known = new()
    {
        [("Event", EventConversion.Core, EventConversion.Events)] = EventConversion.ToEvents,
        [("Event", EventConversion.Events, EventConversion.Core)] = EventConversion.ToCore,
        [("HorizontalPodAutoscaler", AutoscalerConversion.V1, AutoscalerConversion.V2)] = AutoscalerConversion.ToV2,
        [("HorizontalPodAutoscaler", AutoscalerConversion.V2, AutoscalerConversion.V1)] = AutoscalerConversion.ToV1,
    };

    /// <summary>Lists of the kind are not converted: their items are.</summary>
    public static bool CanConvert(string kind, string fromApiVersion, string toApiVersion) =>
        fromApiVersion == toApiVersion || Known.ContainsKey((kind, fromApiVersion, toApiVersion));

    /// <summary>The given tree stays as it is; the new one may share parts with it.</summary>
    /// <exception cref="ArgumentException">Nothing converts between these versions.</exception>
    public static TreeObject Convert(TreeObject tree, string kind, string fromApiVersion, string toApiVersion)
    {
        if (fromApiVersion == toApiVersion)
            return tree;

        return Known.TryGetValue((kind, fromApiVersion, toApiVersion), out var convert)
            ? convert(tree)
            : throw new ArgumentException($"{kind} cannot be converted from {fromApiVersion} to {toApiVersion}", nameof(toApiVersion));
    }

    /// <summary>From the version that the tree names itself.</summary>
    public static TreeObject Convert(TreeObject tree, string toApiVersion) =>
        Convert(tree, tree.Text("kind") ?? "", tree.Text("apiVersion") ?? "", toApiVersion);
}
