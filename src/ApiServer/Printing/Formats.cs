using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Parts of objects as short texts.</summary>
internal static class Formats
{
    public const string None = "<none>";
    public const string Unset = "<unset>";

    public static IEnumerable<TreeObject> Objects(TreeObject? parent, string list) => parent?.List(list)?.Objects() ?? [];

    public static IEnumerable<string> Texts(TreeObject? parent, string list) => parent?.List(list)?.Texts() ?? [];

    public static int Count(TreeObject? parent, string member) => parent?[member] switch
    {
        TreeList list => list.Count,
        TreeObject map => map.Count,
        _ => 0,
    };

    public static long Whole(TreeObject? parent, string member) => parent?.Whole(member) ?? 0;

    /// <summary>A number, text or flag as it would be printed; null when there is none.</summary>
    public static string? Scalar(TreeObject? parent, string member) => parent?[member] switch
    {
        null or TreeNull => null,
        TreeFlag flag => flag.Value ? "true" : "false",
        var value => value.ToString(),
    };

    /// <summary>Names and images of the containers of a template.</summary>
    public static (string Names, string Images) Containers(TreeObject? podSpec) => (
        string.Join(',', Objects(podSpec, "containers").Select(container => container.Text("name"))),
        string.Join(',', Objects(podSpec, "containers").Select(container => container.Text("image"))));

    public static TreeObject? TemplateSpec(TreeObject? spec) => spec?.Object("template", "spec");

    /// <summary>A map of labels: a=b,c=d.</summary>
    public static string Labels(TreeObject? labels) =>
        labels is null or { Count: 0 } ? None : string.Join(',', Pairs(labels).Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>A label selector in the form that `kubectl -l` reads.</summary>
    public static string Selector(TreeObject? selector)
    {
        var text = SelectorOrEmpty(selector);
        return text.Length == 0 ? None : text;
    }

    public static string SelectorOrEmpty(TreeObject? selector)
    {
        var parts = new List<(string Key, string Text)>();
        foreach (var (key, value) in Pairs(selector?.Object("matchLabels")))
            parts.Add((key, $"{key}={value}"));
        foreach (var requirement in Objects(selector, "matchExpressions"))
        {
            var key = requirement.Text("key") ?? "";
            var values = string.Join(',', Texts(requirement, "values").Order(StringComparer.Ordinal));
            parts.Add((key, requirement.Text("operator") switch
            {
                "In" => $"{key} in ({values})",
                "NotIn" => $"{key} notin ({values})",
                "Exists" => key,
                "DoesNotExist" => $"!{key}",
                _ => "<error>",
            }));
        }

        return string.Join(',', parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.Text));
    }

    /// <summary>Some of the values, and how many there are besides.</summary>
    /// <param name="count">How many there are in all.</param>
    public static string WithMore(IReadOnlyList<string> shown, int count, string separator = ",")
    {
        var text = string.Join(separator, shown);
        return count > shown.Count ? $"{text} + {count - shown.Count} more..." : text;
    }

    public static string AccessModes(TreeObject? parent)
    {
        var modes = Texts(parent, "accessModes").ToHashSet();
        (string Mode, string Short)[] known =
            [("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP")];
        return string.Join(',', known.Where(pair => modes.Contains(pair.Mode)).Select(pair => pair.Short));
    }

    /// <summary>The condition of a type, or null.</summary>
    public static TreeObject? Condition(TreeObject? status, string type)
    {
        foreach (var condition in Objects(status, "conditions"))
        {
            if (condition.Text("type") == type)
                return condition;
        }

        return null;
    }

    public static bool IsTrue(TreeObject? status, string condition) => Condition(status, condition)?.Text("status") == "True";

    public static bool IsDeleted(TreeObject obj) => obj.Object("metadata")?.Text("deletionTimestamp") is not null;

    public static string LoadBalancer(TreeObject? status)
    {
        var addresses = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var ingress in Objects(status?.Object("loadBalancer"), "ingress"))
        {
            if ((ingress.Text("ip") ?? ingress.Text("hostname")) is { Length: > 0 } address)
                addresses.Add(address);
        }

        return string.Join(',', addresses);
    }

    public static IEnumerable<KeyValuePair<string, string>> Pairs(TreeObject? map) =>
        (map ?? []).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString() ?? "")).OrderBy(pair => pair.Key, StringComparer.Ordinal);
}
