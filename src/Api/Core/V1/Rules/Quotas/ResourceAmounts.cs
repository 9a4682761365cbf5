using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

/// <summary>Amounts of resources, by name, as pods ask for them.</summary>
public static class ResourceAmounts
{
    public static Dictionary<string, Quantity> Read(TreeObject? amounts)
    {
        var read = new Dictionary<string, Quantity>();
        foreach (var (name, value) in amounts ?? [])
        {
            if (Quantity.TryParse(value.ToString() ?? "", out var quantity))
                read[name] = quantity;
        }

        return read;
    }

    /// <param name="kind">requests or limits.</param>
    public static Dictionary<string, Quantity> OfContainer(TreeObject container, string kind) => Read(container.Object("resources", kind));

    /// <summary>What the whole pod may use at once: its containers together, or an init container that is larger; and the overhead.</summary>
    public static Dictionary<string, Quantity> OfPod(TreeObject spec, string kind)
    {
        var sum = new Dictionary<string, Quantity>();
        var largest = new Dictionary<string, Quantity>();
        var sidecars = new Dictionary<string, Quantity>();
        foreach (var container in spec.List("containers")?.Objects() ?? [])
            Add(sum, OfContainer(container, kind));

        foreach (var container in spec.List("initContainers")?.Objects() ?? [])
        {
            var needed = OfContainer(container, kind);
            if (container.Text("restartPolicy") == "Always")
            {
                Add(sum, needed);
                Add(sidecars, needed);
                Raise(largest, sidecars);
                continue;
            }

            Add(needed, sidecars);
            Raise(largest, needed);
        }

        Raise(sum, largest);
        foreach (var (name, amount) in Read(spec.Object("resources", kind)))
            sum[name] = amount;
        foreach (var (name, amount) in Read(spec.Object("overhead")))
        {
            // An overhead comes on top of a limit, but makes none.
            if (kind == "requests" || sum.ContainsKey(name))
                sum[name] = sum.GetValueOrDefault(name) + amount;
        }

        return sum;
    }

    public static string Show(IEnumerable<KeyValuePair<string, Quantity>> amounts) =>
        string.Join(',', amounts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    public static void Add(Dictionary<string, Quantity> to, Dictionary<string, Quantity> amounts)
    {
        foreach (var (name, amount) in amounts)
            to[name] = to.TryGetValue(name, out var had) ? had + amount : amount;
    }

    private static void Raise(Dictionary<string, Quantity> to, Dictionary<string, Quantity> amounts)
    {
        foreach (var (name, amount) in amounts)
        {
            if (!to.TryGetValue(name, out var had) || had < amount)
                to[name] = amount;
        }
    }
}
