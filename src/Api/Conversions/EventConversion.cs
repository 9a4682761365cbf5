using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Conversions;

/// <summary>Events of core/v1 and events.k8s.io/v1 hold the same under other names.</summary>
public static class EventConversion
{
    public const string Core = "v1";
    public const string Events = "events.k8s.io/v1";

    // In the order of the fields in events.k8s.io/v1 and in core/v1.
    private static readonly (string Core, string Events)[] ToEventsOrder =
    [
        ("metadata", "metadata"), ("eventTime", "eventTime"), ("series", "series"), ("reportingComponent", "reportingController"),
        ("reportingInstance", "reportingInstance"), ("action", "action"), ("reason", "reason"), ("involvedObject", "regarding"),
        ("related", "related"), ("message", "note"), ("type", "type"), ("source", "deprecatedSource"),
        ("firstTimestamp", "deprecatedFirstTimestamp"), ("lastTimestamp", "deprecatedLastTimestamp"), ("count", "deprecatedCount"),
    ];

    private static readonly (string Core, string Events)[] ToCoreOrder =
    [
        ("metadata", "metadata"), ("involvedObject", "regarding"), ("reason", "reason"), ("message", "note"),
        ("source", "deprecatedSource"), ("firstTimestamp", "deprecatedFirstTimestamp"), ("lastTimestamp", "deprecatedLastTimestamp"),
        ("count", "deprecatedCount"), ("type", "type"), ("eventTime", "eventTime"), ("series", "series"), ("action", "action"),
        ("related", "related"), ("reportingComponent", "reportingController"), ("reportingInstance", "reportingInstance"),
    ];

    public static TreeObject ToCore(TreeObject tree)
    {
        var result = Start(Core);
        foreach (var (to, from) in ToCoreOrder)
            result[to] = tree[from] ?? (to is "reportingComponent" or "reportingInstance" ? TreeText.Empty : null);
        return result;
    }

    public static TreeObject ToEvents(TreeObject tree)
    {
        var result = Start(Events);
        foreach (var (from, to) in ToEventsOrder)
        {
            // The texts that core/v1 always writes are left out when empty here.
            if (tree[from] is { } value and not TreeText { IsZero: true })
                result.Append(to, value);
        }

        return result;
    }

    private static TreeObject Start(string apiVersion)
    {
        var result = new TreeObject(17);
        result.Set("kind", "Event");
        result.Set("apiVersion", apiVersion);
        return result;
    }
}
