namespace CloudletK8s.Reconcilers.Quotas;

/// <summary>Limits on how many objects of a kind there may be.</summary>
internal static class NumberedKind
{
    private const string Prefix = "count/";

    /// <summary>The resource that a limit is about: "configmaps" and "count/widgets.example.com"; null: the limit is about an amount.</summary>
    public static string? Of(string limit) =>
        limit.StartsWith(Prefix, StringComparison.Ordinal) ? limit[Prefix.Length..]
        : limit is "configmaps" or "secrets" or "replicationcontrollers" or "resourcequotas" ? limit
        : null;

    public static bool IsAbout(string limit, string groupResource) => Of(limit) == groupResource;
}
