using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.ZoneEviction;

internal static class ZoneHealth
{
    /// <summary>Of a zone's nodes: from here on it is disrupted.</summary>
    private const double UnhealthyShare = 0.55;

    /// <summary>Zones with more nodes are large.</summary>
    private const int LargeZone = 50;

    /// <summary>One or two nodes that are down are down; only more of them are a disruption.</summary>
    private const int FewNodes = 2;

    public static ZoneState Of(IReadOnlyList<Node> nodes)
    {
        int total = 0, down = 0;
        foreach (var node in nodes)
        {
            if (node.IsExcludedFromDisruption())
                continue;

            total++;
            if (node.ReadyStatus() != NodeState.True)
                down++;
        }

        if (down <= FewNodes || (double)down / total < UnhealthyShare)
            return ZoneState.Normal;
        if (down == total)
            return ZoneState.Lost;
        return total > LargeZone ? ZoneState.LargeAndDisrupted : ZoneState.SmallAndDisrupted;
    }
}
