using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.SchedulerFn.Tests.Builders;

/// <summary>What the texts of nodes, pods and volumes have in common. A word is a name and, after the first sign of equality or colon, what it says.</summary>
internal static class Words
{
    public static IEnumerable<string> Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<string> Objects(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static (string Before, string After) Cut(string text, char at)
    {
        var index = text.IndexOf(at);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }

    public static IReadOnlyDictionary<string, T> With<T>(this IReadOnlyDictionary<string, T>? map, string key, T value) =>
        new Dictionary<string, T>(map ?? new Dictionary<string, T>()) { [key] = value };

    public static IReadOnlyDictionary<string, Quantity> With(this IReadOnlyDictionary<string, Quantity>? map, string resource, string amount) =>
        map.With(Resource(resource), Quantity.Parse(amount));

    public static string Resource(string name) => name switch
    {
        "mem" => "memory",
        "disk" => "ephemeral-storage",
        "gpu" => "example.com/gpu",
        _ => name,
    };

    public static bool IsResource(string name) => name is "cpu" or "mem" or "disk" or "gpu" or "pods" || name.StartsWith("example.com/", StringComparison.Ordinal) || name.StartsWith("hugepages-", StringComparison.Ordinal);

    public static string Key(string name) => name switch
    {
        "host" => "kubernetes.io/hostname",
        "zone" => "topology.kubernetes.io/zone",
        "region" => "topology.kubernetes.io/region",
        "site" => "cloudlet.dev/site",
        _ => name,
    };

    /// <summary>"app=web,tier=a" wants these labels, "*" any pod, "app" the label, "!app" none, "" is no selector at all.</summary>
    public static LabelSelector? Selector(string text) => text switch
    {
        "" => null,
        "*" => new(),
        _ => new() { MatchExpressions = [.. text.Split(',').Select(Expression)] },
    };

    private static LabelSelectorRequirement Expression(string text)
    {
        if (text[0] == '!')
            return new() { Key = text[1..], Operator = "DoesNotExist" };
        if (!text.Contains('='))
            return new() { Key = text, Operator = "Exists" };

        var (key, values) = Cut(text, '=');
        var not = key.EndsWith('!');
        return new() { Key = key.TrimEnd('!'), Operator = not ? "NotIn" : "In", Values = values.Split('|') };
    }
}
