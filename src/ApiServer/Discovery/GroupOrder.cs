using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>The order in which groups and versions are listed. Where two groups have a resource of one name, clients take the first.</summary>
internal static class GroupOrder
{
    private static readonly string[] BuiltIn =
    [
        "", "apiregistration.k8s.io", "apps", "events.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch",
        "certificates.k8s.io", "networking.k8s.io", "policy", "rbac.authorization.k8s.io", "storage.k8s.io",
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "scheduling.k8s.io", "coordination.k8s.io", "node.k8s.io",
        "discovery.k8s.io", "flowcontrol.apiserver.k8s.io",
    ];

    /// <summary>The groups, and in each the kinds by version, the preferred version first.</summary>
    public static IReadOnlyList<ServedGroup> Of(IReadOnlyList<KindInfo> kinds) =>
    [
        .. kinds.GroupBy(kind => kind.Group)
            .OrderBy(group => Rank(group.Key)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ServedGroup(group.Key,
            [
                .. group.GroupBy(kind => kind.Version)
                    .OrderByDescending(version => version.Key, VersionOrder.Instance)
                    .Select(version => new ServedVersion(version.Key, [.. version.OrderBy(kind => kind.Plural, StringComparer.Ordinal)])),
            ])),
    ];

    private static int Rank(string group)
    {
        var rank = Array.IndexOf(BuiltIn, group);
        return rank < 0 ? BuiltIn.Length : rank;
    }
}
