using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Assigns a pod to a node: what a Binding must say, and which pods can be bound.</summary>
public static class PodBinding
{
    public static void Validate(TreeObject binding, FieldErrors errors)
    {
        var path = FieldPath.Root("target");
        var target = binding.Object("target");
        var kind = target?.Text("kind") ?? "";
        if (kind is not ("" or "Node"))
            errors.NotSupported(path.Child("kind"), kind, ["Node", "<empty>"]);
        if (string.IsNullOrEmpty(target?.Text("name")))
            errors.Required(path.Child("name"));
    }

    /// <summary>Why the pod cannot be bound, or null. Kubernetes answers with a conflict on "pods/binding" that ends in this text.</summary>
    public static string? Refusal(TreeObject pod)
    {
        var metadata = pod.Object("metadata");
        var name = metadata?.Text("name") ?? "";
        if (metadata?["deletionTimestamp"] is TreeText)
            return $"pod {name} is being deleted, cannot be assigned to a host";

        var spec = pod.Object("spec");
        if (spec?.Text("nodeName") is { Length: > 0 } node)
            return $"pod {name} is already assigned to node \"{node}\"";

        return spec?.List("schedulingGates") is { Count: > 0 } ? $"pod {name} has non-empty .spec.schedulingGates" : null;
    }

    /// <summary>Sets the node, takes over the binding's annotations and says that the pod is scheduled.</summary>
    public static void Assign(TreeObject pod, TreeObject binding, DateTimeOffset now)
    {
        pod.ObjectOrNew("spec").Set("nodeName", binding.Object("target")?.Text("name") ?? "");
        if (binding.Object("metadata", "annotations") is { Count: > 0 } given)
        {
            var annotations = pod.ObjectOrNew("metadata").ObjectOrNew("annotations");
            foreach (var (name, value) in given)
                annotations.Set(name, value);
            annotations.SortByName();
        }

        PodConditions.Set(pod.ObjectOrNew("status"), "PodScheduled", "True", now);
    }
}
