using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;

namespace CloudletK8s.Reconcilers.Nodes;

/// <summary>What is told about nodes, in the words that everybody knows.</summary>
internal static class NodeEvents
{
    public static EventNote Registered(Node node) => Happened(node, "RegisteredNode", $"Registered Node {node.Metadata!.Name} in Controller");

    public static EventNote Removing(Node node) => Happened(node, "RemovingNode", $"Removing Node {node.Metadata!.Name} from Controller");

    public static EventNote StatusIsNow(Node node, string status) =>
        EventNote.Normal(node, status, $"Node {node.Metadata!.Name} status is now: {status}");

    private static EventNote Happened(Node node, string reason, string what) =>
        EventNote.Normal(node, reason, $"Node {node.Metadata!.Name} event: {what}");
}
