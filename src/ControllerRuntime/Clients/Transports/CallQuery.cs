using System.Globalization;

namespace CloudletK8s.ControllerRuntime.Clients.Transports;

/// <summary>Options as they travel in a query string; what was not asked for does not travel.</summary>
internal static class CallQuery
{
    public static List<KeyValuePair<string, string>> Of(ListOptions options)
    {
        var query = new List<KeyValuePair<string, string>>();
        Add(query, "labelSelector", options.LabelSelector);
        Add(query, "fieldSelector", options.FieldSelector);
        Add(query, "limit", options.Limit == 0 ? "" : options.Limit.ToString(CultureInfo.InvariantCulture));
        Add(query, "continue", options.Continue);
        Add(query, "resourceVersion", options.ResourceVersion);
        Add(query, "resourceVersionMatch", options.ResourceVersionMatch);
        return query;
    }

    public static List<KeyValuePair<string, string>> Of(WatchOptions options)
    {
        var query = new List<KeyValuePair<string, string>> { new("watch", "true") };
        Add(query, "labelSelector", options.LabelSelector);
        Add(query, "fieldSelector", options.FieldSelector);
        Add(query, "resourceVersion", options.ResourceVersion);
        Add(query, "allowWatchBookmarks", options.Bookmarks || options.SendInitialEvents ? "true" : "");
        Add(query, "sendInitialEvents", options.SendInitialEvents ? "true" : "");
        Add(query, "resourceVersionMatch", options.SendInitialEvents ? "NotOlderThan" : "");
        if (options.Timeout is { } timeout)
            Add(query, "timeoutSeconds", Math.Max(1, (long)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return query;
    }

    public static List<KeyValuePair<string, string>> Of(WriteOptions options, string fieldManager)
    {
        var query = new List<KeyValuePair<string, string>>();
        Add(query, "fieldManager", options.FieldManager.Length > 0 ? options.FieldManager : fieldManager);
        Add(query, "dryRun", options.DryRun ? "All" : "");
        Add(query, "fieldValidation", options.Strict ? "Strict" : "");
        return query;
    }

    private static void Add(List<KeyValuePair<string, string>> query, string name, string value)
    {
        if (value.Length > 0)
            query.Add(new(name, value));
    }
}
