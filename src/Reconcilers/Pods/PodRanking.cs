using System.Globalization;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>
/// Which pods to give up first: not assigned, not running, not ready, cheap by annotation, on the most crowded node, ready for the
/// shortest time, restarted most, youngest.
/// </summary>
internal sealed class PodRanking(IEnumerable<Pod> related, DateTimeOffset now) : IComparer<Pod>
{
    private const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";

    /// <summary>Pods of the same workload a node, this set's and its sisters'.</summary>
    private readonly Dictionary<string, int> _perNode = related
        .Where(pod => pod.IsActive() && pod.Spec?.NodeName is { Length: > 0 })
        .CountBy(pod => pod.Spec!.NodeName!)
        .ToDictionary();

    public int Compare(Pod? x, Pod? y)
    {
        var (one, other) = (x!, y!);
        int order;
        if ((order = IsAssigned(one).CompareTo(IsAssigned(other))) != 0)
            return order;
        if ((order = Phase(one).CompareTo(Phase(other))) != 0)
            return order;
        if ((order = one.IsReady().CompareTo(other.IsReady())) != 0)
            return order;
        if ((order = Cost(one).CompareTo(Cost(other))) != 0)
            return order;
        if ((order = Neighbours(other).CompareTo(Neighbours(one))) != 0)
            return order;
        if (one.IsReady() && (order = -Age(one.ReadySince(), other.ReadySince())) != 0)
            return order;
        if ((order = Restarts(other).CompareTo(Restarts(one))) != 0)
            return order;
        if ((order = -Age(one.Metadata?.CreationTimestamp, other.Metadata?.CreationTimestamp)) != 0)
            return order;

        // Whoever decides for the same pods decides alike.
        return string.CompareOrdinal(one.Metadata?.Uid, other.Metadata?.Uid);
    }

    private static bool IsAssigned(Pod pod) => pod.Spec?.NodeName is { Length: > 0 };

    private static int Phase(Pod pod) => pod.Status?.Phase switch
    {
        PodState.Pending => 0,
        PodState.Running => 2,
        _ => 1,
    };

    private static int Cost(Pod pod) =>
        pod.Metadata?.Annotations?.GetValueOrDefault(DeletionCost) is { } text
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cost) ? cost : 0;

    private int Neighbours(Pod pod) => pod.Spec?.NodeName is { } node ? _perNode.GetValueOrDefault(node) : 0;

    /// <summary>Of old pods only the order of magnitude counts, so that not always the same one of a deployment goes.</summary>
    private int Age(DateTimeOffset? one, DateTimeOffset? other)
    {
        if (one is null || other is null)
            return (other is null).CompareTo(one is null);

        var (a, b) = (Magnitude(one.Value), Magnitude(other.Value));
        return b.CompareTo(a);
    }

    private int Magnitude(DateTimeOffset since) =>
        (now - since).TotalSeconds is var seconds && seconds > 0 ? (int)Math.Log2(seconds * 1e9) : 0;

    private static int Restarts(Pod pod)
    {
        var most = 0;
        foreach (var container in pod.Status?.ContainerStatuses ?? [])
            most = Math.Max(most, container.RestartCount);
        return most;
    }
}
