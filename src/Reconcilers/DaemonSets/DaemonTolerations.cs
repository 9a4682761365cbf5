using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>Daemons stay on nodes that are in trouble: they are what nodes are kept running with.</summary>
internal static class DaemonTolerations
{
    private const string NoSchedule = "NoSchedule";
    private const string NoExecute = "NoExecute";

    private static readonly Toleration[] _always =
    [
        Exists("node.kubernetes.io/not-ready", NoExecute),
        Exists("node.kubernetes.io/unreachable", NoExecute),
        Exists("node.kubernetes.io/disk-pressure", NoSchedule),
        Exists("node.kubernetes.io/memory-pressure", NoSchedule),
        Exists("node.kubernetes.io/pid-pressure", NoSchedule),
        Exists("node.kubernetes.io/unschedulable", NoSchedule),
    ];

    private static readonly Toleration[] _onHostNetwork = [.. _always, Exists("node.kubernetes.io/network-unavailable", NoSchedule)];

    public static IReadOnlyList<Toleration> Of(PodSpec? spec)
    {
        var daemons = spec?.HostNetwork == true ? _onHostNetwork : _always;
        return [.. (spec?.Tolerations ?? []).Where(own => !daemons.Any(added => IsSame(own, added))), .. daemons];
    }

    /// <summary>Of the effects of a taint, only these keep a pod away.</summary>
    public static bool Keeps(Taint taint) => taint.Effect is NoSchedule or NoExecute;

    public static bool Ends(Taint taint) => taint.Effect is NoExecute;

    private static bool IsSame(Toleration one, Toleration other) =>
        one.Key == other.Key && one.Effect == other.Effect && one.Operator == other.Operator && (one.Value ?? "") == (other.Value ?? "");

    private static Toleration Exists(string key, string effect) => new() { Key = key, Operator = "Exists", Effect = effect };
}
