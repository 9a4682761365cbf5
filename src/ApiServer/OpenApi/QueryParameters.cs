namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>The options of requests, as OpenAPI names and describes them.</summary>
internal static class QueryParameters
{
    public static readonly string[] Lists =
    [
        "allowWatchBookmarks", "continue", "fieldSelector", "labelSelector", "limit", "resourceVersion", "resourceVersionMatch",
        "sendInitialEvents", "timeoutSeconds", "watch",
    ];

    public static readonly string[] Writes = ["dryRun", "fieldManager", "fieldValidation"];

    public static readonly string[] Patches = ["dryRun", "fieldManager", "fieldValidation", "force"];

    public static readonly string[] Deletes =
        ["dryRun", "gracePeriodSeconds", "ignoreStoreReadErrorWithClusterBreakingPotential", "orphanDependents", "propagationPolicy"];

    public static readonly string[] CollectionDeletes =
    [
        "continue", "dryRun", "fieldSelector", "gracePeriodSeconds", "ignoreStoreReadErrorWithClusterBreakingPotential", "labelSelector",
        "limit", "orphanDependents", "propagationPolicy", "resourceVersion", "resourceVersionMatch", "sendInitialEvents", "timeoutSeconds",
    ];

    private static readonly string[] Streams = ["container", "stderr", "stdin", "stdout", "tty"];

    public static readonly SortedDictionary<string, (string Type, string Description)> All = new(StringComparer.Ordinal)
    {
        ["allowWatchBookmarks"] = ("boolean", "Allows events of the type BOOKMARK in a watch, which tell only how far the watch has come."),
        ["command"] = ("string", "The command to run and its arguments, one parameter each; no shell is involved."),
        ["container"] = ("string", "The container; may be left out when the pod has only one."),
        ["continue"] = ("string", "The token that the page before came with. A token that is too old is answered with 410."),
        ["dryRun"] = ("string", "All: everything is done and checked but nothing is stored."),
        ["fieldManager"] = ("string", "The name under which the changed fields are recorded, at most 128 characters. Required for apply patches."),
        ["fieldSelector"] = ("string", "Restricts the answer to objects with these values of fields."),
        ["fieldValidation"] = ("string", "What becomes of unknown and duplicate fields in the body: Ignore, Warn (the default) or Strict, which refuses them."),
        ["follow"] = ("boolean", "Keeps the log open and sends what is added to it."),
        ["force"] = ("boolean", "An apply patch takes over fields that belong to others instead of being refused."),
        ["gracePeriodSeconds"] = ("integer", "Seconds that the object gets to end; zero: it is deleted at once."),
        ["ignoreStoreReadErrorWithClusterBreakingPotential"] = ("boolean", "Deletes an object even though its stored form cannot be read."),
        ["insecureSkipTLSVerifyBackend"] = ("boolean", "Does not check the certificate of the node that the log comes from."),
        ["labelSelector"] = ("string", "Restricts the answer to objects with these labels."),
        ["limit"] = ("integer", "At most this many objects a page; the answer then holds a token to continue with."),
        ["limitBytes"] = ("integer", "At most this many bytes of the log."),
        ["orphanDependents"] = ("boolean", "The older form of propagationPolicy: dependents are left behind."),
        ["path"] = ("string", "The path of the request that is passed on."),
        ["ports"] = ("integer", "The ports to forward; required over WebSocket."),
        ["pretty"] = ("string", "If true, the answer is indented."),
        ["previous"] = ("boolean", "The log of the container's run before this one."),
        ["propagationPolicy"] = ("string", "What becomes of dependents: Orphan, Background or Foreground."),
        ["resourceVersion"] = ("string", "How new the answer must be at least, or from where to watch."),
        ["resourceVersionMatch"] = ("string", "How resourceVersion counts for a list: Exact or NotOlderThan."),
        ["sendInitialEvents"] = ("boolean", "A watch begins with the existing objects, and marks their end with a bookmark."),
        ["sinceSeconds"] = ("integer", "Only the log of this many seconds before now."),
        ["stderr"] = ("boolean", "Passes the standard error on."),
        ["stdin"] = ("boolean", "Passes the standard input on."),
        ["stdout"] = ("boolean", "Passes the standard output on."),
        ["stream"] = ("string", "Which streams of the log: All, Stdout or Stderr."),
        ["tailLines"] = ("integer", "Only this many lines from the end of the log."),
        ["timeoutSeconds"] = ("integer", "The call ends after this many seconds."),
        ["timestamps"] = ("boolean", "Puts the time before each line of the log."),
        ["tty"] = ("boolean", "Gives the command a terminal."),
        ["watch"] = ("boolean", "Follows the changes of the objects instead of listing them."),
    };

    public static string[] OfConnect(string subresource) => subresource switch
    {
        "attach" => Streams,
        "exec" => ["command", .. Streams],
        "portforward" => ["ports"],
        "proxy" => ["path"],
        _ => [],
    };

    public static readonly string[] Logs =
        ["container", "follow", "insecureSkipTLSVerifyBackend", "limitBytes", "previous", "sinceSeconds", "stream", "tailLines", "timestamps"];
}
