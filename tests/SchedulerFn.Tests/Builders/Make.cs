using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.SchedulerFn.Tests.Builders;

/// <summary>Objects in one line: <c>Make.Node("a").Cpu(4)</c>, <c>Make.Pod("p").Cpu(1).On("a")</c>.</summary>
internal static class Make
{
    public static Node Node(string name) => new Node
    {
        Metadata = new() { Name = name, Labels = new Dictionary<string, string> { ["kubernetes.io/hostname"] = name } },
        Spec = new(),
        Status = new() { Conditions = [new() { Type = "Ready", Status = "True" }] },
    }.Allocatable("cpu", "4").Allocatable("memory", "8Gi").Allocatable("ephemeral-storage", "100Gi").Allocatable("pods", "110");

    public static Pod Pod(string name, string space = "default") => new()
    {
        Metadata = new() { Name = name, Namespace = space, Uid = $"uid-{space}-{name}" },
        Spec = new() { Containers = [new() { Name = "main", Image = "app:1" }] },
        Status = new(),
    };

    public static IReadOnlyDictionary<string, T> With<T>(this IReadOnlyDictionary<string, T>? map, string key, T value) =>
        new Dictionary<string, T>(map ?? new Dictionary<string, T>()) { [key] = value };

    public static Node Allocatable(this Node node, string resource, string amount) =>
        node with { Status = node.Status! with { Allocatable = node.Status.Allocatable.With(resource, Quantity.Parse(amount)) } };

    public static Node Label(this Node node, string key, string value) =>
        node with { Metadata = node.Metadata! with { Labels = node.Metadata.Labels.With(key, value) } };

    public static Node Taint(this Node node, string key, string value = "", string effect = "NoSchedule") =>
        node with { Spec = node.Spec! with { Taints = [.. node.Spec.Taints ?? [], new() { Key = key, Value = value, Effect = effect }] } };

    public static Pod Label(this Pod pod, string key, string value) =>
        pod with { Metadata = pod.Metadata! with { Labels = pod.Metadata.Labels.With(key, value) } };

    public static Pod Asks(this Pod pod, string resource, string amount)
    {
        var first = pod.Spec!.Containers![0];
        var resources = first.Resources ?? new();
        first = first with { Resources = resources with { Requests = resources.Requests.With(resource, Quantity.Parse(amount)) } };
        return pod with { Spec = pod.Spec with { Containers = [first, .. pod.Spec.Containers.Skip(1)] } };
    }

    public static Pod On(this Pod pod, string node) => pod with { Spec = pod.Spec! with { NodeName = node } };

    public static Pod Tolerates(this Pod pod, string? key, string? value = null, string? effect = null, string? op = null) =>
        pod with { Spec = pod.Spec! with { Tolerations = [.. pod.Spec.Tolerations ?? [], new() { Key = key, Value = value, Effect = effect, Operator = op ?? (value is null ? "Exists" : "Equal") }] } };
}
