using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.Nodes;

/// <summary>What controllers ask of a node.</summary>
internal static class NodeState
{
    public const string Ready = "Ready";
    public const string True = "True";
    public const string False = "False";
    public const string Unknown = "Unknown";

    public const string RegionLabel = "topology.kubernetes.io/region";
    public const string ZoneLabel = "topology.kubernetes.io/zone";
    private const string ExcludedLabel = "node.kubernetes.io/exclude-disruption";
    private const string Autonomous = "cloudlet.dev/autonomous";

    public static NodeCondition? Condition(this Node node, string type)
    {
        var conditions = node.Status?.Conditions;
        for (var i = 0; i < conditions?.Count; i++)
        {
            if (conditions[i].Type == type)
                return conditions[i];
        }

        return null;
    }

    /// <summary>True, False or Unknown; a node that never said anything is unknown.</summary>
    public static string ReadyStatus(this Node node) => node.Condition(Ready)?.Status is { } status and (True or False) ? status : Unknown;

    /// <summary>Goes on by itself when it is cut off: its pods are nobody else's to replace.</summary>
    public static bool IsAutonomous(this Node node) =>
        node.Metadata?.Labels?.GetValueOrDefault(Autonomous) == "true" || node.Metadata?.Annotations?.GetValueOrDefault(Autonomous) == "true";

    /// <summary>Says nothing about the health of its zone.</summary>
    public static bool IsExcludedFromDisruption(this Node node) => node.Metadata?.Labels?.ContainsKey(ExcludedLabel) == true;

    public static string Zone(this Node node)
    {
        var labels = node.Metadata?.Labels;
        return $"{labels?.GetValueOrDefault(RegionLabel)}:{labels?.GetValueOrDefault(ZoneLabel)}";
    }

    public static ObjectIndex<Node> ByZone(ObjectCache<Node> nodes) => nodes.Index("zone", static node => [node.Zone()]);

    /// <summary>The nodes that count for disruptions, by what they say of themselves.</summary>
    public static ObjectIndex<Node> ByReadiness(ObjectCache<Node> nodes) =>
        nodes.Index("readiness", static node => node.IsExcludedFromDisruption() ? [] : [node.ReadyStatus()]);
}
