using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Tests.Builders;

/// <summary>
/// Nodes in a line: <c>a cpu=2 zone=x taint:dedicated=infra:NoSchedule; b cordoned</c>. Without more a node has 4 CPUs, 8Gi of memory,
/// 100Gi of disk, room for 110 pods, and its name as its host name.
/// </summary>
internal static class NodeText
{
    public static IReadOnlyList<Node> Read(string text) => [.. Words.Objects(text).Select(One)];

    public static Node One(string text)
    {
        var words = Words.Split(text).ToArray();
        var name = words[0];
        var node = new Node
        {
            Metadata = new() { Name = name, Labels = new Dictionary<string, string> { [Words.Key("host")] = name } },
            Spec = new(),
            Status = new() { Conditions = [new() { Type = "Ready", Status = "True" }] },
        };
        node = Allocatable(Allocatable(Allocatable(Allocatable(node, "cpu", "4"), "mem", "8Gi"), "disk", "100Gi"), "pods", "110");
        return words.Skip(1).Aggregate(node, Apply);
    }

    private static Node Apply(Node node, string word)
    {
        var colon = word.IndexOf(':');
        var sign = word.IndexOf('=');
        if (colon > 0 && (sign < 0 || colon < sign))
        {
            var (kind, rest) = Words.Cut(word, ':');
            return kind switch
            {
                "taint" => Taint(node, rest),
                "image" => Image(node, Words.Cut(rest, '=')),
                "is" => Condition(node, rest),
                _ => throw new ArgumentException($"A node knows nothing of {word}."),
            };
        }

        if (word == "cordoned")
            return node with { Spec = node.Spec! with { Unschedulable = true } };
        if (word == "silent")
            return Condition(node, "Unknown");
        if (word == "-host")
            return node with { Metadata = node.Metadata! with { Labels = new Dictionary<string, string>(node.Metadata.Labels!.Where(label => label.Key != Words.Key("host"))) } };

        var (name, value) = Words.Cut(word, '=');
        return Words.IsResource(name) ? Allocatable(node, name, value) : Label(node, name, value);
    }

    private static Node Allocatable(Node node, string resource, string amount) =>
        node with { Status = node.Status! with { Allocatable = node.Status.Allocatable.With(resource, amount) } };

    private static Node Label(Node node, string key, string value) =>
        node with { Metadata = node.Metadata! with { Labels = node.Metadata.Labels.With(Words.Key(key), value) } };

    private static Node Taint(Node node, string text)
    {
        var (pair, effect) = Words.Cut(text, ':');
        var (key, value) = Words.Cut(pair, '=');
        return node with { Spec = node.Spec! with { Taints = [.. node.Spec.Taints ?? [], new() { Key = key, Value = value, Effect = effect.Length == 0 ? "NoSchedule" : effect }] } };
    }

    private static Node Image(Node node, (string Name, string Megabytes) image) => node with
    {
        Status = node.Status! with
        {
            Images = [.. node.Status.Images ?? [], new() { Names = [image.Name], SizeBytes = long.Parse(image.Megabytes) << 20 }],
        },
    };

    private static Node Condition(Node node, string ready) => node with { Status = node.Status! with { Conditions = [new() { Type = "Ready", Status = ready }] } };
}
